import "./styles.css";
import { startPortal } from "@evenshare/portal";
import { brandRoutes } from "./routes";

startPortal({ side: "brand", routes: brandRoutes });
