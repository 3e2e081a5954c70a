-- Notifications that servers are handling or have handled: the table of JdbcDeduplication.
-- expires_at is in milliseconds since 1970. A row with handled = 0 is a claim; with handled = 1, it can be deleted then.
CREATE TABLE IF NOT EXISTS wxpay_notification (
    id         VARCHAR(128) NOT NULL PRIMARY KEY,
    claimed_by VARCHAR(36)  NOT NULL,
    handled    SMALLINT     NOT NULL,
    expires_at BIGINT       NOT NULL
);
CREATE INDEX IF NOT EXISTS wxpay_notification_expires ON wxpay_notification (expires_at);
