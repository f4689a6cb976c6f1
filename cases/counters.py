from collections import ChainMap, Counter, defaultdict

groups = defaultdict(list)  # (0) groups=defaultdict(<class 'list'>, {});
for word in ("ab", "c", "de"):  # (1) word='ab'; (3) word='c'; (5) word='de';
    groups[len(word)].append(word)  # (2) groups=defaultdict(<class 'list'>, {2: ['ab']}); (4) groups=defaultdict(<class 'list'>, {2: ['ab'], 1: ['c']}); (6) groups=defaultdict(<class 'list'>, {2: ['ab', 'de'], 1: ['c']});
missing = groups[9]  # (7) groups=defaultdict(<class 'list'>, {2: ['ab', 'de'], 1: ['c'], 9: []}); missing=[];
tree = defaultdict(lambda: defaultdict(int))  # (8) tree=defaultdict(<function <lambda>>, {}); (9) __return__=defaultdict(<class 'int'>, {}); (11) __return__=defaultdict(<class 'int'>, {});
tree["x"]["y"] += 1  # (10) tree=defaultdict(<function <lambda>>, {'x': defaultdict(<class 'int'>, {'y': 1})});
"z" in tree
tree["z"]  # (12) tree=defaultdict(<function <lambda>>, {'x': defaultdict(<class 'int'>, {'y': 1}), 'z': defaultdict(<class 'int'>, {})});
letters = Counter("abca")  # (13) letters=Counter({'a': 2, 'b': 1, 'c': 1});
letters["a"] -= 1  # (14) letters=Counter({'a': 1, 'b': 1, 'c': 1});
letters.update("cc")  # (15) letters=Counter({'c': 3, 'a': 1, 'b': 1});
top = letters.most_common(1)  # (16) top=[('c', 3)];
letters = letters - Counter("b")  # (17) letters=Counter({'c': 3, 'a': 1});
layers = ChainMap({}, {"a": 1})  # (18) layers=ChainMap({}, {'a': 1});
layers["a"] = 2  # (19) layers=ChainMap({'a': 2}, {'a': 1});
#: ends finished
