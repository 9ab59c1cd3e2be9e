import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { restoreLargeText } from "./shell/large-text.ts";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/home.css";
import "./styles/chat.css";
import "./styles/result.css";
import "./styles/register.css";
import "./styles/filing.css";
import "./styles/password.css";
import "./styles/reminders.css";
import "./styles/print.css";

restoreLargeText();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root");
createRoot(root).render(<App />);
