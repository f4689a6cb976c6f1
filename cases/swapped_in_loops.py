def bubble(values):  # (1) values=[3, 1, 2];
    for end in range(len(values) - 1, 0, -1):  # (2) end=2; (7) end=1;
        for i in range(end):  # (3) i=0; (5) i=1; (8) i=0;
            if values[i] > values[i + 1]:
                values[i], values[i + 1] = values[i + 1], values[i]  # (4) values=[1, 3, 2]; (6) values=[1, 2, 3];
    return values  # (9) __return__=[1, 2, 3];


def transpose(grid):  # (13) grid=[[1, 2], [3, 4]];
    grid[:] = [list(row) for row in zip(*grid)]  # (14) row=(1, 3); (15) row=(2, 4); (16) grid=[[1, 3], [2, 4]]; __return__=None;


numbers = [3, 1, 2]  # (0) numbers=[3, 1, 2];
ordered = bubble(numbers)  # (10) numbers=[1, 2, 3]; ordered=[1, 2, 3];
grid = [[1, 2], [3, 4]]  # (11) grid=[[1, 2], [3, 4]];
row = grid[0]  # (12) row=[1, 2];
transpose(grid)  # (17) grid=[[1, 3], [2, 4]];
row.append(5)  # (18) row=[1, 2, 5];
while row:
    row.pop()  # (19) row=[1, 2]; (20) row=[1]; (21) row=[];
#: ends finished
