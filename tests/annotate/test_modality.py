"""Is what a verb says real?"""

import pytest

from parley.annotate.modality import is_negated, modality_of
from parley.lexicon import load
from parley.model.text import Sentence, Span, Token
from tests.steps import parsed

CASES = [
    ("The rebels left the port.", "left", "actual"),
    ("The envoys will meet in Doha.", "meet", "future"),
    ("Talks are set to resume.", "resume", "future"),
    ("The deal could be signed soon.", "signed", "possible"),
    ("Both armies must stop the shelling.", "stop", "requested"),
    ("He called on the junta to open the gate.", "open", "requested"),
    ("She demanded that the army leave the town.", "leave", "requested"),
    ("The rebels refused to attend the talks.", "attend", "negated"),
    ("The truce has not taken effect.", "taken", "negated"),
    ("No prisoner was freed.", "freed", "negated"),
    ("The junta no longer wants talks.", "wants", "negated"),
    ("If the army left, families would return.", "left", "hypothetical"),
    ("If the army left, families would return.", "return", "conditional"),
    ("The group said it would free the teachers.", "free", "future"),
    ("They are considering reopening the border.", "reopening", "possible"),
    ("She wants guarantees before she signs the truce.", "signs", "hypothetical"),
]


def at(sentence, word):
    return next(i for i, t in enumerate(sentence.tokens) if t.text == word)


@pytest.mark.parametrize(("text", "verb", "mood"), CASES)
def test_the_mood_of_a_verb(text, verb, mood):
    (sentence,) = parsed(text)
    assert modality_of(sentence, at(sentence, verb), load()) == mood


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("The ministers did not sign.", "sign", True),
        ("The ministers signed.", "signed", False),
        ("Neither side agreed.", "agreed", True),
        ("The city never fell.", "fell", True),
    ],
)
def test_negation(text, verb, negated):
    (sentence,) = parsed(text)
    assert is_negated(sentence, at(sentence, verb), load()) is negated


@pytest.mark.parametrize(
    ("text", "mood"), [("they will leave", "future"), ("they did not leave", "negated"), ("they may leave", "possible")]
)
def test_without_heads_the_words_before_the_verb_decide(text, mood):
    start, tokens = 0, []
    for word in text.split():
        span = Span(start=start, end=start + len(word))
        tokens.append(Token(span=span, text=word, upos="X", lemma=word, head=-1, rel="dep", entity="O"))
        start += len(word) + 1
    sentence = Sentence(span=Span(start=0, end=len(text)), role="body", paragraph=0, tokens=tuple(tokens))
    assert modality_of(sentence, len(tokens) - 1, load()) == mood
