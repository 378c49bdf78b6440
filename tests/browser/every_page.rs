//! What holds on every page of every collection.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use liner_notes_record::Dial;

use crate::collection::{Collection, Route};
use crate::tour::{Visit, visits};

/// The sentences for all visits that have something wrong with them must be none.
async fn nothing_wrong(fault: impl Fn(&Visit) -> Option<String>) -> Result<()> {
    let visits = visits().await?;
    ensure!(!visits.is_empty(), "nothing was visited");
    let faults: Vec<String> =
        visits.iter().filter_map(|visit| Some(format!("{}: {}", visit.name(), fault(visit)?))).collect();
    ensure!(faults.is_empty(), "{} of {} pages:\n{}", faults.len(), visits.len(), faults.join("\n"));
    Ok(())
}

#[tokio::test]
async fn every_address_opens_directly_with_one_heading() -> Result<()> {
    nothing_wrong(|visit| {
        let headings = &visit.page.headings;
        let is_one = headings.len() == 1 && !headings[0].is_empty();
        (!is_one).then(|| format!("its headings are {headings:?}"))
    })
    .await
}

#[tokio::test]
async fn every_page_has_a_title_of_its_own() -> Result<()> {
    nothing_wrong(|visit| {
        let title = &visit.page.title;
        let names_both = title.contains(&visit.work) && title.ends_with("Liner Notes");
        (!names_both).then(|| format!("its title is “{title}”"))
    })
    .await?;
    let mut titles: BTreeMap<(&str, &str, &str), Vec<&str>> = BTreeMap::new();
    for visit in visits().await?.iter().filter(|visit| visit.route.is_shown_at(visit.dial)) {
        let key = (visit.collection.as_str(), visit.dial.token(), visit.page.title.as_str());
        titles.entry(key).or_default().push(&visit.route.path);
    }
    for ((collection, _, title), paths) in titles {
        ensure!(paths.len() == 1, "in {collection} the title “{title}” is that of {paths:?}");
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_said_on_the_console() -> Result<()> {
    nothing_wrong(|visit| {
        // The host answers an address that it does not know with the app and the number 404, which Chromium notes.
        let own = format!("{}{} ", visit.origin, visit.route.path);
        let is_own_404 = |source: &str, message: &str| {
            !visit.route.is_known_to_the_host() && source == "network" && message.starts_with(&own)
        };
        let said: Vec<&str> = visit
            .console
            .iter()
            .filter(|(source, message)| !is_own_404(source, message))
            .map(|(_, message)| message.as_str())
            .collect();
        (!said.is_empty()).then(|| said.join("; "))
    })
    .await
}

#[tokio::test]
async fn no_request_leaves_the_site() -> Result<()> {
    nothing_wrong(|visit| {
        // Data inside the page asks nobody.
        let is_inside = |request: &&String| ["data:", "blob:"].iter().any(|start| request.starts_with(start));
        let leaves = |request: &&String| !request.starts_with(&visit.origin) && !is_inside(request);
        let elsewhere: Vec<&str> = visit.requests.iter().filter(leaves).map(String::as_str).collect();
        if visit.requests.is_empty() {
            return Some("no request was seen at all".to_owned());
        }
        (!elsewhere.is_empty()).then(|| elsewhere.join(" "))
    })
    .await
}

#[tokio::test]
async fn no_element_carries_a_style() -> Result<()> {
    nothing_wrong(|visit| {
        let styled = &visit.page.styled;
        (!styled.is_empty()).then(|| styled.join(" "))
    })
    .await
}

#[tokio::test]
async fn a_link_that_leads_away_tells_nothing_of_where_it_stands() -> Result<()> {
    nothing_wrong(|visit| {
        let unguarded = &visit.page.unguarded;
        (!unguarded.is_empty()).then(|| unguarded.join(" "))
    })
    .await?;
    let leads_away = |visit: &&Visit| visit.page.links.iter().any(|link| !link.starts_with(&visit.origin));
    ensure!(visits().await?.iter().any(|visit| leads_away(&visit)), "no link leads away");
    Ok(())
}

#[tokio::test]
async fn no_id_is_given_twice() -> Result<()> {
    nothing_wrong(|visit| {
        let repeated = &visit.page.repeated_ids;
        (!repeated.is_empty()).then(|| repeated.join(" "))
    })
    .await
}

#[tokio::test]
async fn every_table_has_a_caption_a_body_and_scoped_headers() -> Result<()> {
    nothing_wrong(|visit| {
        let is_whole = |table: &crate::tour::Table| {
            !table.caption.is_empty()
                && table.bodies > 0
                && table.column_heads > 0
                && table.row_heads > 0
                && table.heads_without_scope == 0
                && table.rows_outside_parts == 0
        };
        let broken: Vec<&str> =
            visit.page.tables.iter().filter(|table| !is_whole(table)).map(|table| table.caption.as_str()).collect();
        (!broken.is_empty()).then(|| format!("the tables {broken:?}"))
    })
    .await?;
    for place in ["", "compare"] {
        let tables = visits().await?.iter().filter(|visit| visit.route.path == place);
        ensure!(tables.clone().all(|visit| !visit.page.tables.is_empty()), "/{place} has no table");
    }
    Ok(())
}

#[tokio::test]
async fn no_page_is_wider_than_the_screen() -> Result<()> {
    nothing_wrong(|visit| {
        let too_wide: Vec<String> =
            visit.too_wide.iter().map(|(width, over)| format!("{over} px over at {width}")).collect();
        (!too_wide.is_empty()).then(|| too_wide.join(", "))
    })
    .await
}

#[tokio::test]
async fn no_link_leads_nowhere() -> Result<()> {
    for collection in Collection::all()? {
        let routes = collection.routes();
        for visit in visits().await?.iter().filter(|visit| visit.collection == collection.name) {
            for link in visit.page.links.iter().filter_map(|link| link.strip_prefix(&visit.origin)) {
                let path = link.split(['?', '#']).next().unwrap_or_default();
                // The host sends on whoever leaves out the slash.
                let is = |route: &Route| path == route.path && path.is_empty() || path == format!("{}/", route.path);
                let leads_somewhere = routes.iter().any(|route| is(route) && route.is_shown_at(visit.dial));
                // The link past the bar stays on the page, whatever its address.
                let stays = path.trim_end_matches('/') == visit.route.path;
                ensure!(leads_somewhere || stays, "{}: a link leads to /{link}", visit.name());
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_the_dial_hides_is_said_to_be_hidden_and_not_what_it_is() -> Result<()> {
    let mut hidden = 0;
    for visit in visits().await? {
        let is_hidden = visit.route.from.is_some() && !visit.route.is_shown_at(visit.dial);
        ensure!(
            visit.page.title.starts_with("Hidden ") == is_hidden,
            "{}: its title is “{}”",
            visit.name(),
            visit.page.title
        );
        hidden += usize::from(is_hidden);
    }
    ensure!(hidden > 0, "no address of any collection is hidden at “{}”", Dial::None.words());
    Ok(())
}
