import pandas as pd

from analysis.frames import Frames, copied, parts_of


def ports(asked: list[str]) -> Frames:
    def parts() -> list[pd.DataFrame]:
        asked.append("ports")
        return [pd.DataFrame({"port": ["Tema"], "cranes": [7]}), pd.DataFrame({"port": ["Mombasa"], "cranes": [9]})]

    return Frames({"ports": parts, "ships": lambda: [pd.DataFrame({"ship": []})]})


def test_a_table_is_made_once_and_only_when_it_is_asked_for() -> None:
    asked: list[str] = []
    frames = ports(asked)
    assert (list(frames), len(frames), asked) == (["ports", "ships"], 2, [])
    assert frames["ports"]["port"].tolist() == ["Tema", "Mombasa"]
    assert frames["ports"] is frames["ports"]
    assert [len(part) for part in frames.parts("ports")] == [2]
    assert asked == ["ports"]


def test_parts_are_given_out_without_the_whole_being_kept() -> None:
    asked: list[str] = []
    frames = ports(asked)
    assert [len(part) for _ in range(2) for part in frames.parts("ports")] == [1, 1, 1, 1]
    assert asked == ["ports", "ports"]


def test_what_is_done_to_a_copy_is_not_done_to_the_kept_tables() -> None:
    frames = ports([])
    others = copied(frames, ships=pd.DataFrame({"ship": ["Dhow"]}))
    others["ports"]["cranes"] = 0
    assert frames["ports"]["cranes"].tolist() == [7, 9]
    assert others["ships"]["ship"].tolist() == ["Dhow"]
    assert frames["ships"].empty


def test_tables_that_are_there_already_are_their_own_parts() -> None:
    table = pd.DataFrame({"port": ["Tema"]})
    (part,) = parts_of({"ports": table}, "ports")
    assert part is table
