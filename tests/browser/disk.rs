//! The page opened from disk, where addresses stand after a `#`.

use anyhow::{Context, Result, ensure};
use liner_notes_browser::{Browser, Screen};
use thirtyfour::By;
use thirtyfour::extensions::query::ElementQueryable;

use crate::collection::{built, root};
use crate::patience::becomes;

#[tokio::test]
async fn from_disk_every_link_stands_after_a_hash_and_works() -> Result<()> {
    let file = root().join(built("disk")?).join("index.html");
    let start = format!("file://{}", file.canonicalize().context("the site for disk")?.display());
    let browser = Browser::start()?;
    let page = browser.page_from_disk(&Screen::new(1280, 900).light()).await?;
    let is_at = async |path: &str| {
        let expected = format!("{start}{path}");
        becomes(expected, async || Ok(page.current_url().await?.to_string())).await
    };
    let heading = async || Ok(page.find(By::Css("main h1")).await?.text().await?);

    page.goto(&start).await?;
    page.ready().await?;
    let overview = heading().await?;
    let links =
        page.execute("return Array.from(document.querySelectorAll('a[href]'), a => a.getAttribute('href'))", []);
    for link in links.await?.convert::<Vec<String>>()? {
        ensure!(link.starts_with("#/") || link == "#content" || link.starts_with("https://"), "a link leads to {link}");
    }
    page.execute("document.querySelector('.skip-link').click()", []).await?;
    let focused = "return document.activeElement.id";
    becomes("content".to_owned(), async || Ok(page.execute(focused, []).await?.convert()?)).await?;
    becomes(overview.clone(), heading).await?;
    page.query(By::Css(".places a[href='#/compare']")).first().await?.click().await?;
    is_at("#/compare").await?;
    page.query(By::Css(".status-pills [data-status='agree']")).first().await?.click().await?;
    is_at("#/compare?status=agree").await?;
    page.back().await?;
    page.back().await?;
    becomes(overview, heading).await?;

    // The same address, typed in.
    page.goto(&format!("{start}#/compare?status=agree")).await?;
    page.refresh().await?;
    page.ready().await?;
    let pressed = "return document.querySelector('.pill[aria-pressed=true]').dataset.status";
    becomes("agree".to_owned(), async || Ok(page.execute(pressed, []).await?.convert()?)).await?;
    page.goto(&format!("{start}#/no/such/page")).await?;
    becomes("Nothing is pressed here".to_owned(), heading).await?;
    let said: Vec<String> = page.console().await?.into_iter().map(|entry| entry.message).collect();
    ensure!(said.is_empty(), "the console says: {}", said.join("; "));
    Ok(())
}
