//! Nothing is said by colour alone: whose something is, and what a topic comes to, is a number, a word or a place as well.

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::Dial;
use liner_notes_record::questions::Status;

use crate::collection::Collection;
use crate::reader::Reader;

/// How much has the colour of a review or of a status, and what of it says neither in another way.
const UNSAID: &str = "
    const [statuses] = arguments;
    // The cover of a card is an ornament: its colour says nothing.
    const coloured = Array.from(document.querySelectorAll('main [data-review], main [data-status]')).filter(one => !one.closest('.record-label'));
    const is_said = one => {
        const { review, status } = one.dataset;
        const words = one.textContent.trim();
        if (status) return statuses.some(known => words.toLowerCase().includes(known.toLowerCase()));
        // Whoever hears the page hears the review's name after its number.
        if (one.matches('.review-number')) return one.firstChild.data === review;
        // In the score it is the line that says whose a note is, in the table the head of the column.
        const head = one.closest('table')?.querySelector(`thead th[data-review='${review}']`);
        if (one.closest('.score svg') || head?.getBoundingClientRect().height > 1) return true;
        return words !== '' && (!one.matches('td') || getComputedStyle(one, '::before').content.includes(review));
    };
    return [coloured.length, coloured.filter(one => !is_said(one)).map(one => one.outerHTML.slice(0, 120))];";

#[tokio::test]
async fn what_has_a_review_s_or_a_status_s_colour_says_it_in_another_way_as_well() -> Result<()> {
    let own = Collection::own()?;
    let shown = own.at(Dial::All);
    let review = format!("reviews/{}", shown.reviews().iter().next().context("no review")?.id);
    let card = format!("cast/{}", shown.characters().next().context("no character")?.id);
    let moment = format!("timeline?moment={}", shown.moments().next().context("no moment")?.id);
    let statuses = Status::ALL.map(Status::words);
    let reader = Reader::of(&own).await?;
    reader.open("").await?.turn_dial(Dial::All).await?;
    let mut looked_at = 0;
    for path in ["", "compare", "cast", &card, &moment, "reviews", &review, "search?q=friend", "about"] {
        reader.open(path).await?.has_all().await?;
        for width in [1280, 360] {
            reader.page().show_on(&Screen::new(width, 900).light()).await?;
            let (coloured, unsaid): (usize, Vec<String>) =
                reader.ask_with(UNSAID, vec![statuses.to_vec().into()]).await?;
            ensure!(unsaid.is_empty(), "at /{path}, {width} px wide, by colour alone: {unsaid:?}");
            looked_at += coloured;
        }
    }
    ensure!(looked_at > 1000, "only {looked_at} things were looked at");
    Ok(())
}
