class Node:
    def __init__(self, value):  # (0) self=Node(); value=1; (3) self=Node(); value=2;
        self.value = value  # (1) self=Node(value=1); (4) self=Node(value=2);
        self.links = []  # (2) self=Node(value=1, links=[]); __return__=None; (5) self=Node(value=2, links=[]); __return__=None;


def relabel(node, seen):  # (13) node=Node(value=1, links=[Node(value=3, links=[])]); seen=[]; (17) node=Node(value=3, links=[]); seen=[Node(value=10, links=[Node(value=3, links=[])])];
    if node in seen:
        return
    seen.append(node)  # (14) seen=[Node(value=1, links=[Node(value=3, links=[])])]; (18) seen=[Node(value=10, links=[Node(value=3, links=[])]), Node(value=3, links=[])];
    node.value *= 10  # (15) node=Node(value=10, links=[Node(value=3, links=[])]); seen=[Node(value=10, links=[Node(value=3, links=[])])]; (19) node=Node(value=30, links=[]); seen=[Node(value=10, links=[Node(value=30, links=[])]), Node(value=30, links=[])];
    for link in node.links:  # (16) link=Node(value=3, links=[]); (20) __return__=None; (22) __return__=None;
        relabel(link, seen)  # (21) node=Node(value=10, links=[Node(value=30, links=[])]); seen=[Node(value=10, links=[Node(value=30, links=[])]), Node(value=30, links=[])]; link=Node(value=30, links=[]);


a, b = Node(1), Node(2)  # (6) a=Node(value=1, links=[]); b=Node(value=2, links=[]);
a.links.append(b)  # (7) a=Node(value=1, links=[Node(value=2, links=[])]);
b.links.append(a)  # (8) a=Node(value=1, links=[Node(value=2, links=[Node(...)])]); b=Node(value=2, links=[Node(value=1, links=[Node(...)])]);
by_name = {"a": a, "pair": (a, [b])}  # (9) by_name={'a': Node(value=1, links=[Node(value=2, links=[Node(...)])]), 'pair': (Node(value=1, links=[Node(value=2, links=[Node(...)])]), [Node(value=2, links=[Node(value=1, links=[Node(...)])])])};
by_name["pair"][1][0].value = 3  # (10) a=Node(value=1, links=[Node(value=3, links=[Node(...)])]); b=Node(value=3, links=[Node(value=1, links=[Node(...)])]); by_name={'a': Node(value=1, links=[Node(value=3, links=[Node(...)])]), 'pair': (Node(value=1, links=[Node(value=3, links=[Node(...)])]), [Node(value=3, links=[Node(value=1, links=[Node(...)])])])};
for node in by_name["pair"][1]:  # (11) node=Node(value=3, links=[Node(value=1, links=[Node(...)])]);
    node.links.pop()  # (12) a=Node(value=1, links=[Node(value=3, links=[])]); b=Node(value=3, links=[]); by_name={'a': Node(value=1, links=[Node(value=3, links=[])]), 'pair': (Node(value=1, links=[Node(value=3, links=[])]), [Node(value=3, links=[])])}; node=Node(value=3, links=[]);
relabel(a, [])  # (23) a=Node(value=10, links=[Node(value=30, links=[])]); b=Node(value=30, links=[]); by_name={'a': Node(value=10, links=[Node(value=30, links=[])]), 'pair': (Node(value=10, links=[Node(value=30, links=[])]), [Node(value=30, links=[])])}; node=Node(value=30, links=[]);
#: ends finished
