while True:
    pass
#: limits steps=5
#: ends stepLimit
