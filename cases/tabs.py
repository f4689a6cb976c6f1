def total(values):  # (0) values=[1, 0, 2];
	result = 0  # (1) result=0;
	for value in values:  # (2) value=1; (4) value=0; (5) value=2;
		if value:
			result += value	  # (3) result=1; (6) result=3;
	return result  # (7) __return__=3;


answer = total([1,	0, 2])  # (8) answer=3;
#: ends finished
