total = 1 + \
    2 + \
    3  # (0) total=6;
values = [  # (1) values=[6, 12];
    total,

    # nothing
    total * 2,
]
result = (  # (2) result=12;
    max(values)
    if total > 5
    else
    min(values)
)
if (total and
        values and
        result): last = values[  # (3) last=6;
            0]; first = last  # (4) first=6;
text = ("one"  # (5) text='onetwo';
        "two"); \
    other = text  # (6) other='onetwo';
call = dict(  # (9) call={'a': 1, 'b': [12]};
    a=1,
    b=[
        n
        for n in values  # (7) n=6; (8) n=12;
        if n
        > 6
    ],
)
while (total :=  # (10) total=3; (12) total=0;
       total - 3) > 0: call["a"] = \
    total  # (11) call={'a': 3, 'b': [12]};
#: ends finished
