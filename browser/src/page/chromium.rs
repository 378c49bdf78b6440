//! What makes a Chromium that somebody had before as good as new. Its tab goes, and with it all that was asked for there; a
//! site of another's had a port of its own, so nothing that it kept is in anybody's way.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::WebDriver;

/// Leaves one empty tab, nothing that a file kept, and nothing to be read of what was.
pub(super) async fn begin(driver: &WebDriver) -> Result<()> {
    let others = driver.windows().await?;
    let tab = driver.new_tab().await.context("opening another tab")?;
    for other in others {
        driver.switch_to_window(other).await?;
        driver.close_window().await?;
    }
    driver.switch_to_window(tab).await?;
    // It came behind the one that was there, and has no focus to give.
    driver.cdp().send_raw("Page.bringToFront", json!({})).await?;
    // All files are one origin.
    let files = json!({ "origin": "file://", "storageTypes": "all" });
    driver.cdp().send_raw("Storage.clearDataForOrigin", files).await?;
    for log in ["browser", "performance"] {
        driver.get_log(log).await?;
    }
    Ok(())
}
