"""Helper models: the expected outcome without the measure and the chance of getting it.

Every prediction is made for people the model has not seen (cross-fitting), so
that a flexible model cannot fool the effect by fitting noise.
"""
