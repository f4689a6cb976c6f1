values = [3, 1, 2]  # (0) values=[3, 1, 2];
same = values  # (1) same=[3, 1, 2];
values.sort()  # (2) values=[1, 2, 3]; same=[1, 2, 3];
values.reverse()  # (3) values=[3, 2, 1]; same=[3, 2, 1];
last = values.pop()  # (4) values=[3, 2]; same=[3, 2]; last=1;
values.insert(0, last)  # (5) values=[1, 3, 2]; same=[1, 3, 2];
values.extend(x for x in (9, 9))  # (6) x=9; __yield__=9; (7) __yield__=9; (8) values=[1, 3, 2, 9, 9]; same=[1, 3, 2, 9, 9];
values.remove(9)  # (9) values=[1, 3, 2, 9]; same=[1, 3, 2, 9];
values = sorted(values)  # (10) values=[1, 2, 3, 9];
same.clear()  # (11) same=[];
#: ends finished
