text = "a1b22"  # (0) text='a1b22';
digits = ""  # (1) digits='';
while text and (head := text[0]):  # (2) head='a'; (5) head='1'; (9) head='b'; (12) head='2';
    text = text[1:]  # (3) text='1b22'; (6) text='b22'; ...; (16) text='';
    if (kind := head.isdigit()):  # (4) kind=False; (7) kind=True; ...; (14) kind=True;
        digits += head  # (8) digits='1'; (15) digits='12'; (17) digits='122';
#: ends finished
