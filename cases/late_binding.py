makers = []  # (0) makers=[];
for n in range(2):  # (1) n=0; (3) n=1;
    makers.append(lambda: n)  # (2) makers=[<function <lambda>>]; (4) makers=[<function <lambda>>, <function <lambda>>]; ...; (7) __return__=1;
found = [make() for make in makers]  # (6) make=<function <lambda>>; (8) found=[1, 1];
bound = [lambda k=k: k for k in range(2)]  # (9) k=0; (10) k=1; ...; (16) __return__=1;
values = [make() for make in bound]  # (14) make=<function <lambda>>; (17) values=[0, 1];
#: ends finished
