import pytest

from analysis.corpus import clean

BODY = "The ministers of the five countries met in Astana on Monday and agreed to double their trade within five years."


def removed(raw_text: str) -> list[tuple[str, str]]:
    return [(residue.rule, residue.text) for residue in clean(raw_text)]


FURNITURE = [
    ("navigation", "« Back"),
    ("navigation", "Back to top"),
    ("navigation", "Home » News » Economy"),
    ("navigation", "Italian version"),
    ("navigation", "Next article »"),
    ("navigation", "« Назад"),
    ("share", "Share this article on Facebook"),
    ("share", "Facebook Twitter Telegram"),
    ("share", "Follow us on Telegram"),
    ("share", "1,204 views"),
    ("share", "Post Views: 310"),
    ("share", "Viewed 310 times"),
    ("share", "310 people found this helpful"),
    ("share", "5/5 - (1 vote)"),
    ("share", "Click to share on Facebook (Opens in new window)"),
    ("share", "Share on Facebook or Twitter"),
    ("share", "Поделиться в Телеграм"),
    ("subscribe", "Subscribe to our newsletter"),
    ("subscribe", "Sign up for our weekly newsletter"),
    ("subscribe", "Already a subscriber? Log in"),
    ("subscribe", "Subscribe to continue reading"),
    ("subscribe", "Subscribe for $1 a month"),
    ("subscribe", "You have reached your limit of 5 free articles. Subscribe for $1 a month and read all we write."),
    ("subscribe", "Join 20,000 readers who get our news each morning."),
    ("advertisement", "Advertisement"),
    ("advertisement", "Story continues below advertisement"),
    ("advertisement", "Реклама"),
    ("cookies", "We use cookies to improve your experience."),
    ("cookies", "By continuing to browse you agree to our use of cookies."),
    ("copyright", "© 2018 Russia Today"),
    ("copyright", "Copyright 2018 Russia Today"),
    ("copyright", "Central Asia Media. All rights reserved."),
    ("read_more", "Read more: Putin arrives in Astana"),
    ("read_more", "Related articles"),
    ("read_more", "Trending: 5 ways to cook maize"),
    ("read_more", "List of 3 items"),
    ("read_more", "- list 1 of 3 Ports of the coast reopen"),
    ("read_more", "Tags: Russia, Central Asia"),
    ("read_more", "Читайте также: Путин прибыл в Астану"),
    ("credit", "Photo by Reuters"),
    ("credit", "With inputs from PTI"),
    ("credit", "(With agency inputs)"),
    ("byline", "Staff Reporter"),
    ("byline", "Our Special Correspondent"),
    ("navigation", "ENDS"),
    ("credit", "(Photo: U.S. Navy Petty\nOfficer 1st Class M. Nelson / media)"),
    ("byline", "by Steven MacMillan"),
    ("credit", "from\nNEO Website"),
    ("widget", "date 2025-10-09 + ↺ − 16 px"),
    ("widget", "A+ A A-"),
    ("widget", "4 min read"),
    ("widget", "Listen to this article 4 min"),
    ("widget", "0:00 / 4:32"),
    ("widget", "Written by admin, 310 hits"),
    ("widget", "This article is more than 2 years old"),
    ("widget", "Nairobi 24°C"),
    ("widget", "Port Louis | 24.5 °C"),
    ("markup", "<br><br>"),
    ("markup", "* * *"),
    ("link", "> Source: https://www.example.org/news.htm"),
    ("date_line", "Published: 9 October 2025, 15:32"),
    ("date_line", "9 October 2025"),
    ("byline", "By Jane Roe and John Doe, Reuters"),
    ("byline", "Автор: Иван Иванов"),
    ("navigation", "Home | News | Business | Sport"),
    ("navigation", "Click here to read the full report."),
    ("subscribe", "Sign up to get the day's top stories in your inbox"),
    ("subscribe", "Join our Telegram channel"),
    ("cookies", "We value your privacy"),
    ("disclaimer", "The views expressed here are the author's own and do not reflect the position of the bank."),
    ("disclaimer", "This article was first published in The Daily Example."),
    ("disclaimer", "(This story has not been edited by our staff and is generated from a feed.)"),
    ("disclaimer", "Reproduction of this material without permission is prohibited."),
    ("disclaimer", "При использовании материалов сайта ссылка обязательна."),
    ("read_more", "Also Read- Made in Kenya: the next big bet"),
    ("read_more", "SEE ALSO | Ports of the coast reopen"),
    ("read_more", "READ: Ports of the coast reopen"),
    ("caption", "FILE PHOTO: A crane at the port of Mombasa, Kenya, October 14, 2022. REUTERS/Jane Roe"),
    ("caption", "Containers wait at the port of Mombasa. Photo by Jane Roe/AFP"),
    (
        "caption",
        "Workers of a plant, a unit of Acme Co. in Mombasa. Image: Jane Roe/Bloomberg via Getty Images",
    ),
    ("caption", "A crane at work, Oct. 14, 2022. (AP Photo/Jane Roe)"),
    ("caption", "A crane at work in the port of Mombasa (Reuters/Jane Roe)"),
    ("caption", "A crane at work in the port of Mombasa (Jane Roe/AFP)"),
    ("caption", "Caption: Containers wait at the port"),
    ("credit", "Jane Roe/Getty Images"),
    ("credit", "Editing by John Doe"),
    ("credit", "Jane Roe contributed reporting from Nairobi."),
    ("contact", "jane.roe@example.org"),
    ("contact", "twitter.com/janeroe"),
    ("mail", "Sent from my iPhone"),
    ("mail", "-----Original Message-----"),
    ("mail", "On Fri, 14 Oct 2022 at 15:32, Jane Roe <jane@example.org> wrote:"),
    ("mail", "This message is confidential and intended only for its addressee."),
]


@pytest.mark.parametrize(("rule", "line"), FURNITURE)
def test_lines_printed_around_a_story_are_residue(rule: str, line: str):
    assert removed(f"{BODY}\n\n{line}\n\n{BODY}\n") == [(rule, line)]


STORY = [
    "Back in Moscow, the minister denied it.",
    "Share of exports grows",
    "Share with China grows",
    "Find us in Dushanbe, the envoy said.",
    "(c) increase exports to the region",
    "Copyright reform agreed in 2018",
    "More on trade was said in Tashkent.",
    "Photo exhibition opens in Astana",
    "“We use cookies,” the baker said.",
    "Print shops closed in Bishkek",
    "By 2030 trade will double",
    "By President Putin's account",
    "He said: advertisement is not the answer",
    "Summit of 12.02.2018",
    "Trade with the U.S. - where we stand",
    "Lack of macro regulators;",
    "js is a language; so is Kazakh",
    "WTO",
    "AAA",
    "Security concerns over Afghanistan",
    "Vladimir Putin, President of the Russian Federation",
    "Source Valdai Discussion Club",
    "(Source: UzA)",
    "3:2",
    "from the Caspian Sea to",
    "Share prices rose",
    "Comments by the minister on Monday were welcomed.",
    "BERLIN, 1989 was a year of change.",
    "Read more books, the minister told students.",
    "Watch: the minister told reporters that prices would fall.",
    "From: Nairobi to Mombasa",
    "Subject: trade",
    "By Land and Sea",
    "He showed a photo: the port was empty.",
    "The picture of trade (see below) is mixed",
    "Credit by banks grew by 5 percent",
    "The editing by officials took a year.",
    "Reporting by companies will be stricter",
    "Assisted reproduction requires the consent of both partners.",
    "News of the deal reached Nairobi",
    "Home, news and business",
    "This report was published by the World Bank on Monday.",
    "This story was translated into ten languages",
    "Click here, the fraudsters wrote.",
    "Join the community of East African states",
    "Sign up to the treaty",
    "Contact us, the envoy said.",
    "The views expressed by the minister differ from those of the bank.",
    "Thanks for reading the treaty, the envoy said.",
    "Search for oil goes on",
    "Help for farmers",
    "Text: the treaty of 1992",
    "EXPORTS (MILLION DOLLARS)",
    "Nairobi, Kenya",
    "TRADE – exports and imports",
    "Sent from my ministry to parliament, the letter said.",
    "On 14 October 2022 the minister wrote:",
    "This message is clear: trade must grow.",
    "Kenya News Agency reports",
    # an agency alone in brackets is its credit at the end of a story
    "The strike cost the country $300 million, the finance minister said on Friday (AFP)",
    "A crane in Mombasa, which handled 3.2 million tonnes in 2021. (Reuters)",
    # somebody says it
    "Photo: a word that the court has now to define, said the judge.",
    "Contact us and we will answer, the embassy told stranded citizens.",
    "Find out more: that is the task of the commission, the envoy said.",
    # a sentence goes on behind what would be a label
    "Related: the ministry also dropped its plan for a second airport at Lamu.",
    "Video: police say it shows the moment when the bridge gave way.",
    "Keywords: tea, coffee and sisal dominate the speech.",
    "Category: 4 storms are expected twice a year.",
    "Minister of the interior of Mali/AFP",
    "The views expressed by farmers on this page of the report differ widely.",
    "Reporting by Uganda's auditor shows gaps in the accounts.",
    "Edited by Chinua Achebe, the series has run to hundreds of titles.",
    "All rights reserved for the tribe under the treaty were ignored.",
    "Home / away voting was the question before the federation.",
    "Share on Facebook led to the arrest of a student",
    "File - as lawyers call it - the motion by Monday.",
    "The garden is lovely. Photo by photo the archive grows",
    "By Tuesday Night Storms Had Passed",
    "10:45",
    "Temperatures of 24°C are expected in Nairobi",
    "Hits of 310 kinds",
    "Subscribers only pay once",
    "With inputs from farmers the law was changed",
    "Staff reporters went on strike",
    "Revised version",
]


@pytest.mark.parametrize("line", STORY)
@pytest.mark.parametrize("page", ["{0}\n\n{1}\n", "{1}\n\n{0}\n\n{1}\n", "{1}\n\n{0}\n"], ids=["head", "middle", "end"])
def test_lines_of_a_story_stay(page: str, line: str):
    assert removed(page.format(line, BODY)) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["14 March 2019", "The storm reaches the coast.", "15 March 2019", "The valley is under water."],
        ["Lima 19°C", "Cusco 12°C"],
        ["10:45", "The speaker opens the sitting.", "11:20", "The opposition leaves the chamber."],
    ],
    ids=["a calendar of bare dates", "a table of the weather", "the times of a live blog"],
)
def test_what_stands_in_a_story_again_and_again_stays(lines: list[str]):
    assert removed("\n\n".join([BODY, *lines, BODY])) == []


def test_dates_above_each_other_at_the_top_are_residue():
    dates = ["9 October 2025", "10 October 2025, 15:32"]
    assert removed("\n".join([*dates, BODY])) == [("date_line", date) for date in dates]


def test_the_mark_of_a_text_that_is_cut_short_is_residue():
    assert removed(f"{BODY}\n\nThe port of Momb… [+2314 chars]") == [("cut_short", "[+2314 chars]")]
    assert removed(f"The port [+2314 chars]\n\n{BODY}") == []


def test_a_date_alone_far_below_the_head_stays():
    assert removed("\n\n".join([BODY] * 10 + ["9 October 2025", BODY])) == []
