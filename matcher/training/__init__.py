"""Labelled statements to the weights of the statement model: ``make train``. Nothing that runs imports this."""
