def square(z):  # (1) z=(1+2j);
    return z * z  # (2) __return__=(-3+4j);


z = 1 + 2j  # (0) z=(1+2j);
z = square(z)  # (3) z=(-3+4j);
z = z.conjugate()  # (4) z=(-3-4j);
size = abs(3 + 4j)  # (5) size=5.0;
zero = complex(0.0, -0.0)  # (6) zero=-0j;
zero = -zero  # (7) zero=(-0+0j);
roots = [z.real, z.imag, 1j**2]  # (8) roots=[-3.0, -4.0, (-1+0j)];
#: ends finished
