"""What a program runs with besides its text: input, files, modules, chance and time."""
