//! Foreign changes: translators, highlighters and other scripts rewrite an open shadow root. Yew writes
//! into the nodes that it remembers, so after a foreign change the next drawing makes them anew.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{MutationObserver, MutationObserverInit, Node, ShadowRoot};
use yew::virtual_dom::{Key, VNode};
use yew::{Html, NodeRef};

/// Notices foreign changes between two drawings.
#[derive(Default)]
pub(super) struct Foreign {
    watch: Option<Watch>,
    /// How often the nodes were made anew.
    generation: Cell<u32>,
    replaced: Cell<bool>,
    /// Whether a drawing is under way: changes until its end are its own. Yew may give the browser a turn
    /// meanwhile.
    drawing: Cell<bool>,
}

struct Watch {
    card: Node,
    mount: Node,
    root: Node,
    observer: MutationObserver,
    seen: Rc<Cell<bool>>,
    _callback: Closure<dyn Fn()>,
}

impl std::fmt::Debug for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Foreign")
    }
}

impl Foreign {
    /// The card, to be drawn: under another key if its nodes are to be made anew.
    pub(super) fn keyed(&self, mut card: Html) -> Html {
        if let Some(watch) = &self.watch
            && watch.has_seen()
            && !self.drawing.get()
        {
            self.generation.set(self.generation.get().wrapping_add(1));
            self.replaced.set(true);
            watch.restore();
        }
        self.drawing.set(true);
        if let VNode::VTag(tag) = &mut card {
            Rc::make_mut(tag).key = Some(Key::from(self.generation.get()));
        }
        card
    }

    /// Whether the last drawing made the nodes anew.
    pub(super) fn has_replaced(&mut self) -> bool {
        self.replaced.take()
    }

    /// Watches from now on. What has changed so far was the drawing.
    pub(super) fn watch(&mut self, card: &NodeRef) {
        self.drawing.set(false);
        let Some(card) = card.get() else { return };
        match &self.watch {
            Some(watch) if watch.card == card => {
                watch.has_seen();
            }
            _ => self.watch = Watch::new(card),
        }
    }
}

impl Watch {
    fn new(card: Node) -> Option<Self> {
        let mount = card.parent_node()?;
        let root = mount.parent_node().filter(JsCast::has_type::<ShadowRoot>)?;
        let seen = Rc::new(Cell::new(false));
        let callback = Closure::<dyn Fn()>::new({
            let seen = Rc::clone(&seen);
            move || seen.set(true)
        });
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        for node in [&root, &mount] {
            observer.observe_with_options(node, &options).ok()?;
        }
        options.set_character_data(true);
        options.set_subtree(true);
        observer.observe_with_options(&card, &options).ok()?;
        Some(Self {
            card,
            mount,
            root,
            observer,
            seen,
            _callback: callback,
        })
    }

    /// Whether anything has changed since the last time.
    fn has_seen(&self) -> bool {
        let unreported = self.observer.take_records().length() > 0;
        self.seen.take() || unreported
    }

    /// Puts the card's place back, alone, in which its nodes are made anew.
    fn restore(&self) {
        self.mount.set_text_content(None);
        self.root.set_text_content(None);
        let _ = self.root.append_child(&self.mount);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
