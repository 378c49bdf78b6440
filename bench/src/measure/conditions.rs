//! Under which conditions a page is opened: the network, the processor, the screen.

use anyhow::Result;
use liner_notes_browser::{Page, Screen};
use serde_json::json;

/// A network and a processor. They are slowed down for real: answers come late and slowly, and threads are held up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Conditions {
    /// Whether the network is the "Slow 4G" of Chromium's tools and of Lighthouse; else it is this machine's own.
    pub(crate) slow_network: bool,
    /// How many times slower than this machine's the processor is.
    pub(crate) slowdown: u32,
}

impl Conditions {
    /// A cheap phone on a slow connection.
    pub(crate) const SLOW: Self = Self { slow_network: true, slowdown: 4 };
    /// This machine as it is.
    pub(crate) const FAST: Self = Self { slow_network: false, slowdown: 1 };

    /// Has Chromium apply them to a page from now on.
    pub(crate) async fn apply(self, page: &Page) -> Result<()> {
        let chromium = page.cdp();
        if self.slow_network {
            // 150 ms there and back, 1.6 Mbit/s: what Lighthouse has Chromium do for it, request by request
            // (`core/config/constants.js`, `mobileSlow4G`).
            let kilobit = 1024.0 / 8.0;
            let network = json!({
                "offline": false,
                "latency": 150.0 * 3.75,
                "downloadThroughput": 1.6 * 1024.0 * 0.9 * kilobit,
                "uploadThroughput": 750.0 * 0.9 * kilobit,
            });
            chromium.send_raw("Network.enable", json!({})).await?;
            chromium.send_raw("Network.emulateNetworkConditions", network).await?;
        }
        chromium.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": self.slowdown })).await?;
        Ok(())
    }
}

/// The phone that Lighthouse has in mind.
pub(crate) fn phone() -> Screen {
    Screen::new(412, 823).light().without_scroll_bars()
}

/// A screen on a desk.
pub(crate) fn desk() -> Screen {
    Screen::new(1280, 900).light()
}
