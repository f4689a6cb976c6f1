numbers = [  # (0) numbers=[1, 2];
    1,
    2,
]
total = (  # (1) total=3;
    numbers[0]
    + numbers[1]
)
text = """first
second"""  # (2) text='first\nsecond';
joined = total + \
    len(numbers)  # (3) joined=5;
result = max(  # (4) result=5;
    total,
    joined,
)
#: ends finished
