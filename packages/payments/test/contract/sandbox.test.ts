import { describeContract } from "./describe-contract";
import { openSandboxTarget } from "./sandbox-target";

describeContract("the local sandbox", () => openSandboxTarget());
