class Celsius:
    def __init__(self, degrees):  # (1) self=Celsius(); degrees=0;
        self.degrees = degrees  # (2) self=Celsius(degrees=0); __return__=None;

    @property
    def fahrenheit(self):  # (5) self=Celsius(degrees=0);
        return self.degrees * 9 / 5 + 32  # (6) __return__=32.0;

    @fahrenheit.setter
    def fahrenheit(self, value):  # (8) self=Celsius(degrees=0); value=212;
        self.degrees = (value - 32) * 5 / 9  # (9) self=Celsius(degrees=100.0); __return__=None;

    @classmethod
    def frozen(cls):  # (0) cls=<class 'Celsius'>;
        return cls(0)  # (3) __return__=Celsius(degrees=0);

    @staticmethod
    def is_cold(degrees):  # (11) degrees=100.0;
        return degrees < 10  # (12) __return__=False;


ice = Celsius.frozen()  # (4) ice=Celsius(degrees=0);
warm = ice.fahrenheit  # (7) warm=32.0;
ice.fahrenheit = 212  # (10) ice=Celsius(degrees=100.0);
cold = ice.is_cold(ice.degrees)  # (13) cold=False;
#: ends finished
