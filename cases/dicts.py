def count(words):  # (0) words=['b', 'a', 'b'];
    counts = {}  # (1) counts={};
    for word in words:  # (2) word='b'; (4) word='a'; (6) word='b';
        counts[word] = counts.get(word, 0) + 1  # (3) counts={'b': 1}; (5) counts={'b': 1, 'a': 1}; (7) counts={'b': 2, 'a': 1};
    return counts  # (8) __return__={'b': 2, 'a': 1};


found = count(["b", "a", "b"])  # (9) found={'b': 2, 'a': 1};
found |= {"c": 0}  # (10) found={'b': 2, 'a': 1, 'c': 0};
found.update(a=5)  # (11) found={'b': 2, 'a': 5, 'c': 0};
removed = found.pop("b")  # (12) found={'a': 5, 'c': 0}; removed=2;
found.setdefault("lists", []).append(1)  # (13) found={'a': 5, 'c': 0, 'lists': [1]};
del found["c"]  # (14) found={'a': 5, 'lists': [1]};
for key, value in found.items():  # (15) key='a'; value=5; (16) key='lists'; value=[1];
    pass
keys = found.keys()  # (17) keys=dict_keys(['a', 'lists']);
found["new"] = {"deep": {"er": [0]}}  # (18) found={'a': 5, 'lists': [1], 'new': {'deep': {'er': [0]}}}; keys=dict_keys(['a', 'lists', 'new']);
found["new"]["deep"]["er"].append(1)  # (19) found={'a': 5, 'lists': [1], 'new': {'deep': {'er': [0, 1]}}};
newest = found.popitem()  # (20) found={'a': 5, 'lists': [1]}; keys=dict_keys(['a', 'lists']); newest=('new', {'deep': {'er': [0, 1]}});
merged = {**found, 1: 2}  # (21) merged={'a': 5, 'lists': [1], 1: 2};
merged[1.0] = 3  # (22) merged={'a': 5, 'lists': [1], 1: 3};
#: ends finished
