import type { views } from "@evenshare/domain";
import { RestFields } from "./rest-fields";
import type { RestOffer } from "./use-rest-offer";

export interface RestOfPartProps {
  milestone: views.MilestoneView;
  about: RestOffer;
  showProblem: boolean;
}

/** While the brand releases a part: what is to become of the rest. */
export function RestOfPart({ milestone, about, showProblem }: RestOfPartProps) {
  if (!about.possible) return null;
  return (
    <RestFields
      milestone={milestone}
      side="brand"
      choices={["stays", "roll", "return"]}
      rest={about.rest}
      targetId={about.targetId}
      showProblem={showProblem}
      onChange={about.choose}
    />
  );
}
