grid = [[0] * 2] * 2  # (0) grid=[[0, 0], [0, 0]];
grid[0][1] = 5  # (1) grid=[[0, 5], [0, 5]];
table = {"a": {"b": [1]}}  # (2) table={'a': {'b': [1]}};
table["a"]["b"].append(2)  # (3) table={'a': {'b': [1, 2]}};
inner = table["a"]  # (4) inner={'b': [1, 2]};
inner["c"] = (1, [2])  # (5) table={'a': {'b': [1, 2], 'c': (1, [2])}}; inner={'b': [1, 2], 'c': (1, [2])};
inner["c"][1].clear()  # (6) table={'a': {'b': [1, 2], 'c': (1, [])}}; inner={'b': [1, 2], 'c': (1, [])};
#: ends finished
