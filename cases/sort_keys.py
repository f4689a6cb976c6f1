people = [("bob", 30), ("ann", 30), ("cy", 20)]  # (0) people=[('bob', 30), ('ann', 30), ('cy', 20)];
people.sort(key=lambda person: (-person[1], person[0]))  # (1) person=('bob', 30); (2) __return__=(-30, 'bob'); ...; (7) people=[('ann', 30), ('bob', 30), ('cy', 20)];
oldest = max(people, key=lambda person: person[1])  # (8) person=('ann', 30); (9) __return__=30; ...; (14) oldest=('ann', 30);
lengths = sorted((len(name), name) for name, _ in people)  # (15) name='ann'; _=30; __yield__=(3, 'ann'); (16) name='bob'; __yield__=(3, 'bob'); ...; (18) lengths=[(2, 'cy'), (3, 'ann'), (3, 'bob')];
#: ends finished
