def listen():
    heard = []  # (1) heard=[];
    while True:
        try:
            heard.append((yield))  # (2) __yield__=None; (3) heard=[1]; ...; (8) __yield__=None;
        except ValueError as error:  # (6) error=ValueError('loud');
            heard.append(str(error))  # (7) heard=[1, 'loud'];


ear = listen()  # (0) ear=<generator listen>;
next(ear)
ear.send(1)
ear.throw(ValueError("loud"))
#: ends finished
