from collections import OrderedDict, deque

queue = deque([(0, "a")])  # (0) queue=deque([(0, 'a')]);
seen = set()  # (1) seen=set();
links = {"a": ["b", "c"], "b": ["c"], "c": []}  # (2) links={'a': ['b', 'c'], 'b': ['c'], 'c': []};
while queue:
    distance, node = queue.popleft()  # (3) queue=deque([]); distance=0; node='a'; (8) queue=deque([(1, 'c')]); distance=1; node='b'; ...; (14) queue=deque([]); distance=2;
    if node in seen:
        continue
    seen.add(node)  # (4) seen={'a'}; (9) seen={'a', 'b'}; (13) seen={'a', 'b', 'c'};
    queue.extend((distance + 1, after) for after in links[node])  # (5) after='b'; __yield__=(1, 'b'); (6) after='c'; __yield__=(1, 'c'); ...; (11) queue=deque([(1, 'c'), (2, 'c')]);
recent = deque(maxlen=2)  # (15) recent=deque([], maxlen=2);
for n in range(3):  # (16) n=0; (18) n=1; (20) n=2;
    recent.appendleft(n)  # (17) recent=deque([0], maxlen=2); (19) recent=deque([1, 0], maxlen=2); (21) recent=deque([2, 1], maxlen=2);
recent.rotate()  # (22) recent=deque([1, 2], maxlen=2);
order = OrderedDict(a=1, b=2)  # (23) order=OrderedDict({'a': 1, 'b': 2});
order.move_to_end("a")  # (24) order=OrderedDict({'b': 2, 'a': 1});
#: ends finished
