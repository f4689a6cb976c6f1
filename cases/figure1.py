def separate_odd_and_even(lst):  # (0) lst=[1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    odd_list = []  # (1) odd_list=[];
    even_list = []  # (2) even_list=[];
    for n in lst:  # (3) n=1; (5) n=2; (7) n=3; ...; (21) n=10;
        if n % 2 == 1:
            even_list.append(n)  # (4) even_list=[1]; (8) even_list=[1, 3]; ...; (20) even_list=[1, 3, 5, 7, 9];
        else:
            odd_list.append(n)  # (6) odd_list=[2]; (10) odd_list=[2, 4]; ...; (22) odd_list=[2, 4, 6, 8, 10];
    return odd_list, even_list  # (23) __return__=([2, 4, 6, 8, 10], [1, 3, 5, 7, 9]);
#: tests
assert separate_odd_and_even([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) == ([2, 4, 6, 8, 10], [1, 3, 5, 7, 9])
#: ends finished
