"""Which skills a text names and whose they are: a spaCy pipeline of our own components, without a trained model.

The order of the story: ``tokens``, ``units``, ``phrases``, ``ambiguity``, ``spelling``, ``versions``, ``assertion``.
Components hand on one typed ``Reading`` in ``Doc.user_data``; no extension attributes, so two pipelines never meet.
"""
