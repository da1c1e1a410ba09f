// What every page needs: styles, parts without a reload, drawer, menus, shortcuts.
import "./styles/tabler.css";
import "./styles/frame.css";
import "./styles/signs.css";
import "./styles/components.css";
import "./styles/chain.css";
import "./styles/plans.css";
import "./styles/policy.css";
import "./styles/print.css";
import { startDrawer } from "./drawer";
import { startHtmx } from "./htmx";
import { startManners } from "./manners";
import { startShortcuts } from "./shortcuts";

startHtmx();
startDrawer();
startManners();
startShortcuts();
