def times(  # (0) count=2; label='twice'; (2) count=1; label='x';
    count,
    label="x",
):
    def decorate(function):  # (4) function=<function greet>; (6) function=<function wrapper>;
        def wrapper(*args, **kwargs):  # (8) args=('ann',); kwargs={'loud': True}; (10) args=('ann',); kwargs={'loud': True}; (17) args=('ann',); kwargs={'loud': True};
            results = [  # (14) results=['ANN']; (21) results=['ANN']; (23) results=[['ANN'], ['ANN']];
                function(*args, **kwargs)
                for _ in range(count)  # (9) _=0; (11) _=0; (16) _=1; (18) _=0;
            ]
            return results  # (15) __return__=['ANN']; (22) __return__=['ANN']; (24) __return__=[['ANN'], ['ANN']];

        wrapper.label = label
        return wrapper  # (5) __return__=<function wrapper>; (7) __return__=<function wrapper>;

    return decorate  # (1) __return__=<function decorate>; (3) __return__=<function decorate>;


@times(
    2,
    label="twice",
)
@times(1)
def greet(  # (12) name='ann'; loud=True; (19) name='ann'; loud=True;
    name,
    *,
    loud=False,
):
    return name.upper() if loud else name  # (13) __return__='ANN'; (20) __return__='ANN';


greetings = greet(  # (25) greetings=[['ANN'], ['ANN']];
    "ann",
    loud=True,
)
#: ends finished
