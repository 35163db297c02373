"""Small words of English that steer the way from a step to what governs it."""

from __future__ import annotations

FRAMES = frozenset(
    [
        "ahead",
        "before",
        "after",
        "during",
        "since",
        "despite",
        "following",
        "amid",
        "amidst",
        "until",
        "pending",
        "prior",
        "throughout",
        "whereas",
        "besides",
        "notwithstanding",
        "upon",
        "like",
        "unlike",
        "as",
        "under",
    ]
)
"""Prepositions that make a noun the frame of what is told, not what it is about."""
TOPICS = frozenset({"for", "on", "about", "over", "towards", "toward"})
"""Prepositions by which talks are what is asked for or spoken of; any other makes them a frame."""
IDLE_SIDES = ("acl:relcl", "parataxis", "appos", "vocative", "discourse", "reparandum", "list")
LIGHT = frozenset(
    [
        "make",
        "issue",
        "have",
        "give",
        "launch",
        "send",
        "put",
        "take",
        "place",
        "voice",
        "express",
        "show",
        "raise",
        "renew",
        "repeat",
        "reiterate",
        "reject",
    ]
)
LEADING = frozenset({"agree", "commit", "return", "open", "consent", "come", "go", "call", "invite", "stick", "send", "fly"})
"""What talks can be led to: "agreed to talks"; elsewhere "to the talks" is a frame."""
HAPPENING = frozenset(
    [
        "start",
        "begin",
        "open",
        "resume",
        "take",
        "happen",
        "occur",
        "hold",
        "come",
        "enter",
        "last",
        "continue",
        "stall",
        "collapse",
        "fail",
        "expire",
        "end",
        "falter",
        "break",
        "go",
        "proceed",
    ]
)
"""Verbs whose subject may be the step itself."""
DENIALS = frozenset({"not", "never", "no", "far"})
CARRIERS = frozenset(
    {"agreement", "deal", "plan", "roadmap", "proposal", "resolution", "treaty", "accord", "demand", "call", "condition"}
)
"""Nouns whose relative clause says what they contain ("a deal in which both sides disarm")."""
COMPLEMENTS = frozenset({"to", "whether", "on", "of", "for", "about", "against", "in", "towards"})
"""Words that begin a clause which a verb or noun needs ("focus on rebuilding"), not one beside it ("after rebuilding")."""
OPENINGS = frozenset(
    [
        "opening",
        "start",
        "establishment",
        "creation",
        "resumption",
        "launch",
        "holding",
        "beginning",
        "formation",
        "round",
        "lifting",
        "return",
    ]
)
HINGES = frozenset({"due", "set", "scheduled", "slated", "planned", "expected", "to", "be", "being", ",", "now", "currently"})
AIMS = frozenset(["aim", "objective", "goal", "purpose", "priority", "demand", "hope", "plan", "idea", "proposal", "task"])
ATTENDING = frozenset(["attend", "join", "participate", "enter", "leave", "boycott"])
"""Who goes to talks says nothing of the talks."""
SAYING = frozenset(["say", "tell", "state", "add", "note", "report", "write", "tweet", "quote"])
