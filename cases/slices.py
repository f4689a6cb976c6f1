def rotate(values, by):  # (9) values=['a', 1, 'b', 3, 'c', 5]; by=2;
    head = values[:by]  # (10) head=['a', 1];
    del values[:by]  # (11) values=['b', 3, 'c', 5];
    values[len(values):] = head  # (12) values=['b', 3, 'c', 5, 'a', 1];
    return values  # (13) __return__=['b', 3, 'c', 5, 'a', 1];


grid = [[0] * 2 for _ in range(2)]  # (0) _=0; (1) _=1; (2) grid=[[0, 0], [0, 0]];
grid[0][1:] = [7, 8]  # (3) grid=[[0, 7, 8], [0, 0]];
numbers = list(range(6))  # (4) numbers=[0, 1, 2, 3, 4, 5];
every_other = numbers[::2]  # (5) every_other=[0, 2, 4];
numbers[::2] = "abc"  # (6) numbers=['a', 1, 'b', 3, 'c', 5];
copy = numbers[:]  # (7) copy=['a', 1, 'b', 3, 'c', 5];
copy[-1] = None  # (8) copy=['a', 1, 'b', 3, 'c', None];
rotate(numbers, 2)  # (14) numbers=['b', 3, 'c', 5, 'a', 1];
part = slice(1, 3)  # (15) part=slice(1, 3, None);
numbers[part] = []  # (16) numbers=['b', 5, 'a', 1];
#: ends finished
