import "./styles.css";
import { startPortal } from "@evenshare/portal";
import { producerRoutes } from "./routes";

startPortal({ side: "producer", routes: producerRoutes });
