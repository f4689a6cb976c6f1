def greet(name):  # (0) name='you';
    return "hi " + name  # (1) __return__='hi you';


if __name__ == "__main__":
    text = greet("you")  # (2) text='hi you';
#: ends finished
