package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Announcer;
import java.util.Map;

/** Notifies the merchant of complaints and their changes. */
public final class ComplaintNotices implements ComplaintLedger.Listener {
    private final Announcer announcer;

    /** Creates a listener that sends through an announcer. */
    public ComplaintNotices(Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public void changed(Complaint complaint, String action, String url) {
        String specId = action.equals("CREATE_COMPLAINT") ? "COMPLAINT.CREATE" : "COMPLAINT.STATE_CHANGE";
        announcer.announce(url, Protocol.V3, specId, Map.of("complaint_id", complaint.key(), "action_type", action));
    }
}
