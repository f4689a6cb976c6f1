first = [1]  # (0) first=[1];
second = first  # (1) second=[1];
second.append(2)  # (2) first=[1, 2]; second=[1, 2];
box = {"inner": first}  # (3) box={'inner': [1, 2]};
first[0] = 9  # (4) first=[9, 2]; second=[9, 2]; box={'inner': [9, 2]};
third = first[:]  # (5) third=[9, 2];
third.append(3)  # (6) third=[9, 2, 3];
#: ends finished
