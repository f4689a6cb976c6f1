# title: Bank account
# kind: class
# instruction: An account takes deposits and pays out what it holds, but never more; it keeps a history of balances.

class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = [balance]

    def deposit(self, amount):
        self.balance += amount
        self.history.append(amount)

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError("not enough money")
        self.balance -= amount
        self.history.append(self.balance)

# --- tests
def test_withdraw_pays_out():
    account = Account("Ada", 50)
    account.withdraw(20)
    assert account.history == [50, 30]

def test_deposit_is_kept_in_history():
    account = Account("Ada", 50)
    account.deposit(25)
    assert account.balance == 75
    assert account.history == [50, 75]

def test_cannot_overdraw():
    account = Account("Ada")
    try:
        account.withdraw(1)
    except ValueError:
        return
    assert False, "withdrew more than there was"
