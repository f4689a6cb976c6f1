"""Class-heavy: small objects with attributes, methods and a list of them."""

UNTRACED = 20


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount
        return self.balance


def work():
    accounts = [Account(name) for name in "abcdefgh"]
    for i in range(3_000):
        account = accounts[i % len(accounts)]
        account.deposit(i)
    return sum(account.balance for account in accounts)
