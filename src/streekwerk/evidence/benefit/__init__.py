"""What a measure probably does for one person: only as far as held-out data bear it out.

``fit`` learns from a comparison, ``Benefit.for_person`` answers, ``codec`` stores and
reads back byte for byte. See ``docs/explanation/person-level-benefit.md``.
"""
