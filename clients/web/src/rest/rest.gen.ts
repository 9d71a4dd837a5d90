// Generated from the server's OpenAPI by `python -m server.api.typescript`; do not edit.

export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Accounts
         * @description All accounts, by name.
         */
        get: operations["list_accounts_api_accounts_get"];
        put?: never;
        /**
         * Add Account
         * @description Make an account.
         */
        post: operations["add_account_api_accounts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Account
         * @description Change role or password of an account, disable it or let it in again.
         */
        patch: operations["change_account_api_accounts__account_id__patch"];
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cases
         * @description Cases that hold all words and all tags.
         */
        get: operations["list_cases_api_cases_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Case
         * @description One case.
         */
        get: operations["get_case_api_cases__case__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Configuration
         * @description What holds by the configuration file; it holds no secret, only where secrets lie.
         */
        get: operations["get_configuration_api_configuration_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Directing
         * @description The safe list of injections, how many examiners an exam has, and what is not confirmed for one.
         */
        get: operations["get_directing_api_directing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Drills
         * @description The newest drills first; an examiner sees those on whose panel he sits, and those that have none.
         */
        get: operations["list_drills_api_drills_get"];
        put?: never;
        /**
         * Open Drill
         * @description Open a drill: what is hidden is drawn now, and the commitment to it is made.
         */
        post: operations["open_drill_api_drills_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Drill
         * @description One drill and its seats.
         */
        get: operations["get_drill_api_drills__drill__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/bookmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Bookmarks
         * @description One's own bookmarks; those of others once the panel is final, or if there is none.
         */
        get: operations["list_bookmarks_api_drills__drill__bookmarks_get"];
        put?: never;
        /**
         * Make Bookmark
         * @description Mark a moment. A repeat of an id gives the same answer.
         */
        post: operations["make_bookmark_api_drills__drill__bookmarks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/bookmarks/{bookmark}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Bookmark
         * @description Take one's own bookmark back. What is not there is not there.
         */
        delete: operations["remove_bookmark_api_drills__drill__bookmarks__bookmark__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Branch
         * @description Leave a training drill at a tick: a new drill on its own timeline, frozen there; the parent stays as it is.
         */
        post: operations["branch_api_drills__drill__branches_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/debrief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Debrief
         * @description All that is shown at once, from a record that has just been proven. 409 says when it opens.
         */
        get: operations["get_debrief_api_drills__drill__debrief_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/debrief/course": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Course
         * @description The record run again from its start: whether every digest agrees; curves and tracks, once a second.
         */
        get: operations["get_course_api_drills__drill__debrief_course_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/debrief/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Model
         * @description The expert's own run of the same draw.
         */
        get: operations["get_model_api_drills__drill__debrief_model_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/debrief/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get States
         * @description The states of a span: what was so, and what a seat perceived.
         */
        get: operations["get_states_api_drills__drill__debrief_states_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/directions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Direct
         * @description Do something to a drill; it is on disk when this is answered. A repeat of an act_id gives the same answer.
         */
        post: operations["direct_api_drills__drill__directions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Panel
         * @description How the panel stands; before the last lock, only how many sheets are locked.
         */
        get: operations["get_panel_api_drills__drill__panel_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/panel/adjudication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Adjudication
         * @description Confirm the sheets, or replace one of them, with a reason. A repeat of a save_id gives the same answer.
         */
        post: operations["post_adjudication_api_drills__drill__panel_adjudication_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/radar.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Radar
         * @description The radar of the panel's marks, once they are final.
         */
        get: operations["get_radar_api_drills__drill__radar_svg_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Record
         * @description The sealed record. It holds what was hidden: of an exam it is given out once the panel is final.
         */
        get: operations["get_record_api_drills__drill__record_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Drill
         * @description The current result of a drill, with its signature. Before the panel is final there is none, for anybody.
         */
        get: operations["of_drill_api_drills__drill__result_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/safety-stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Safety Stop
         * @description This is real: stop the drill at once. Open to every account.
         */
        post: operations["safety_stop_api_drills__drill__safety_stop_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/seats/{seat}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Seat Code
         * @description A new code for a seat; an earlier one is void.
         */
        post: operations["seat_code_api_drills__drill__seats__seat__code_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Sheet
         * @description One's own sheet.
         */
        get: operations["get_sheet_api_drills__drill__sheet_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/sheet/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Lock
         * @description Lock one's own sheet. A repeat of a save_id gives the same answer.
         */
        post: operations["post_lock_api_drills__drill__sheet_lock_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/sheet/saves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Save
         * @description Save changes of one's own sheet. A repeat of a save_id gives the same answer.
         */
        post: operations["post_save_api_drills__drill__sheet_saves_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/sheet/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Versions
         * @description All versions of one's own sheet; of all sheets for the chief after the last lock, and the auditor at the end.
         */
        get: operations["get_versions_api_drills__drill__sheet_versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/watching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Watching
         * @description Steps, response times and vetoes as the log has them so far; an examiner asks for drills of his own panel.
         */
        get: operations["get_watching_api_drills__drill__watching_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/headsets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Headsets
         * @description All headsets and who wears them.
         */
        get: operations["list_headsets_api_headsets_get"];
        put?: never;
        /**
         * Add Headset
         * @description Note a new headset.
         */
        post: operations["add_headset_api_headsets_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/headsets/{headset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Headset
         * @description Change a headset; a medic too notes that it was cleaned, or takes it out of use.
         */
        patch: operations["change_headset_api_headsets__headset__patch"];
        trace?: never;
    };
    "/api/headsets/{headset}/back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Back
         * @description The headset is off; taking it back twice is no fault.
         */
        post: operations["take_back_api_headsets__headset__back_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/headsets/{headset}/out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand Out
         * @description Somebody puts a headset on. What speaks against it is told first, and asks for `despite`.
         */
        post: operations["hand_out_api_headsets__headset__out_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log In
         * @description Begin a session.
         */
        post: operations["log_in_api_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log Out
         * @description End this session.
         */
        post: operations["log_out_api_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who Am I
         * @description Who is logged in.
         */
        get: operations["who_am_i_api_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Own Password
         * @description Change one's own password. All sessions of the account end; the answer begins a new one.
         */
        post: operations["change_own_password_api_me_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/{sha256}.glb": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Model
         * @description A model by the hash of its bytes, so that it may be kept for ever.
         */
        get: operations["get_model_api_models__sha256__glb_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Network
         * @description How this server is reached.
         */
        get: operations["get_network_api_network_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Outbox
         * @description The deliveries of results, the newest 500 (of one state, if asked).
         */
        get: operations["outbox_api_outbox_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{key}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry
         * @description Make a delivery due now, also one that was refused for good; its key stays the same.
         */
        post: operations["retry_api_outbox__key__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/{fingerprint}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check
         * @description Whether a result with this fingerprint exists and is current: no name, no score.
         */
        get: operations["check_api_results__fingerprint__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Scenarios
         * @description The catalogue.
         */
        get: operations["list_scenarios_api_scenarios_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{scenario}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Scenario
         * @description One scenario, nothing hidden.
         */
        get: operations["get_scenario_api_scenarios__scenario__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{scenario}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Names
         * @description What places, things, cues, facts and acts are called.
         */
        get: operations["get_names_api_scenarios__scenario__names_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/seat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Seat
         * @description What the holder of a seat is told before the start.
         */
        get: operations["get_seat_api_seat_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/seating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Seating
         * @description The seat plan.
         */
        get: operations["get_seating_api_seating_get"];
        /**
         * Put Seating
         * @description Write the seat plan.
         */
        put: operations["put_seating_api_seating_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/seats/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim Seat
         * @description Take a seat by its code, which is good once.
         */
        post: operations["claim_seat_api_seats_claim_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Settings
         * @description The settings of the base.
         */
        get: operations["get_settings_api_settings_get"];
        /**
         * Put Settings
         * @description Write the settings of the base.
         */
        put: operations["put_settings_api_settings_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Setup
         * @description How far the first set-up has come.
         */
        get: operations["get_setup_api_setup_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Step
         * @description A step is done, skipped, or open again.
         */
        put: operations["put_step_api_setup__step__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trainees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Trainees
         * @description All trainees, by number.
         */
        get: operations["list_trainees_api_trainees_get"];
        put?: never;
        /**
         * Add Trainee
         * @description Note a new trainee.
         */
        post: operations["add_trainee_api_trainees_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trainees/class-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read List
         * @description Read a class list (XLSX or CSV, as it is). take: take it over, if there is no fault in it; all or nothing.
         *
         *     A person is known by number: the same list twice changes nothing, and who is not on it stays.
         */
        post: operations["read_list_api_trainees_class_list_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trainees/{trainee}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Trainee
         * @description Write a trainee anew.
         */
        put: operations["change_trainee_api_trainees__trainee__put"];
        post?: never;
        /**
         * Remove Trainee
         * @description Forget a trainee, and what he wore. Drills know numbers only, and stay as they are.
         */
        delete: operations["remove_trainee_api_trainees__trainee__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Values
         * @description All that is to be confirmed, by scenario.
         */
        get: operations["list_values_api_values_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/values/{scenario}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign
         * @description Confirm the values of a scenario as they were read.
         */
        post: operations["sign_api_values__scenario__signatures_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vitals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 体征 / Vitals
         * @description The health page as data, for screens of staff.
         */
        get: operations["vitals_api_vitals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 健康 / Health
         * @description Whether all is well: `{"status": "ok" | "degraded", "version", "failing": [ids of checks]}`, always 200.
         */
        get: operations["health_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 健康页 / Health page
         * @description The same for people, in Chinese and English, for a tablet.
         */
        get: operations["page_health_page_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 信任本服务器 / Trust this server
         * @description How to trust the authority of this server. lang: zh or en, else as the browser asks.
         */
        get: operations["page_trust_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trust/authority.cer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 证书（DER）/ Certificate (DER)
         * @description The certificate of the authority, DER.
         */
        get: operations["der_trust_authority_cer_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trust/authority.pem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 证书（PEM）/ Certificate (PEM)
         * @description The certificate of the authority, PEM.
         */
        get: operations["pem_trust_authority_pem_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccountChange
         * @description What is to change; the rest stays. A new password, and disabled = true, end the sessions of the account.
         */
        AccountChange: {
            /** Disabled */
            disabled?: boolean | null;
            /** Password */
            password?: string | null;
            role?: components["schemas"]["Role"] | null;
        };
        /**
         * AccountOut
         * @description An account as it is shown. role_zh, role_en: the role in words. created_at: ISO 8601.
         */
        AccountOut: {
            /** Created At */
            created_at: string;
            /** Disabled */
            disabled: boolean;
            /** Id */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /** Role En */
            role_en: string;
            /** Role Zh */
            role_zh: string;
        };
        /**
         * ActOut
         * @description An act. seats: who may do it, empty = everyone. where: anywhere, panel, target. seconds: how long hands or mouth
         *     are busy, 0 = at once or as the thing needs. orderable: another seat can be told to. said: it is told, not done.
         */
        ActOut: {
            /** Kind */
            kind: string;
            name: components["schemas"]["Both"];
            /** Orderable */
            orderable: boolean;
            /** Said */
            said: boolean;
            /** Seats */
            seats: string[];
            /** Seconds */
            seconds: number;
            /** Ways */
            ways: components["schemas"]["Way"][];
            /** Where */
            where: string;
        };
        /**
         * AxisTold
         * @description One axis of the radar, 0..100; mean None = not enough evidence.
         */
        AxisTold: {
            /** Capped */
            capped: boolean;
            /** High */
            high: number | null;
            /** Id */
            id: string;
            /** Items */
            items: number;
            /** Low */
            low: number | null;
            /** Mean */
            mean: number | null;
            name: components["schemas"]["Said"];
        };
        /**
         * Base
         * @description The training base. language: of what is printed. public_url: what people open, "" = found out by the server; the
         *     configuration file goes before it.
         */
        Base: {
            /**
             * Address
             * @default
             */
            address: string;
            /**
             * Language
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en" | "both";
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Public Url
             * @default
             */
            public_url: string;
        };
        /**
         * BookmarkAnswer
         * @description A bookmark. own: of who asks. made_at: by the clock of the server.
         */
        BookmarkAnswer: {
            /** Account */
            account: string;
            /** Id */
            id: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Note */
            note: string;
            /** Own */
            own: boolean;
            /** Tick */
            tick: number;
        };
        /**
         * Both
         * @description What a person reads, in both languages.
         */
        Both: {
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * BranchIn
         * @description Where a training drill is left for another course.
         */
        BranchIn: {
            /** Tick */
            tick: number;
        };
        /**
         * BriefingOut
         * @description A scenario as each seat may know it. site: as `sim_core.site.Site`. model: its looks. vocabulary: its acts.
         */
        BriefingOut: {
            /** Code */
            code: string;
            /** Duration S */
            duration_s: number;
            /** Examined */
            examined: boolean;
            /** Family */
            family: string;
            /** Id */
            id: string;
            /** Mandatory */
            mandatory: boolean;
            model: components["schemas"]["ModelOut"];
            name: components["schemas"]["Both"];
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Rules */
            rules: components["schemas"]["Both"][];
            /** Site */
            site: {
                [key: string]: unknown;
            };
            situation: components["schemas"]["Both"];
            task: components["schemas"]["Both"];
            vocabulary: components["schemas"]["Vocabulary"];
        };
        /**
         * CardOut
         * @description A plan card of this seat; it comes up when a cue of its reaches the seat.
         */
        CardOut: {
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["Both"][];
            title: components["schemas"]["Both"];
        };
        /**
         * CaseOut
         * @description A case as a page. lessons: what a drill of ours makes of it.
         */
        CaseOut: {
            /** Date */
            date: string;
            /** Evidence */
            evidence: string;
            /** Id */
            id: string;
            /** Lessons */
            lessons: components["schemas"]["StatementOut"][];
            /** Marks */
            marks: components["schemas"]["EvidenceOut"][];
            /** Numbers */
            numbers: components["schemas"]["FigureOut"][];
            place: components["schemas"]["Both"];
            /** Scenarios */
            scenarios: components["schemas"]["SeededOut"][];
            source: components["schemas"]["Both"];
            /** Steps */
            steps: components["schemas"]["server__api__cases__StepOut"][];
            /** Tags */
            tags: components["schemas"]["TagOut"][];
            title: components["schemas"]["Both"];
        };
        /**
         * CaseShortOut
         * @description A case in a list. date: ISO 8601, as much of it as is known; empty: none. evidence: of its source.
         */
        CaseShortOut: {
            /** Date */
            date: string;
            /** Evidence */
            evidence: string;
            /** Id */
            id: string;
            place: components["schemas"]["Both"];
            /** Tags */
            tags: components["schemas"]["TagOut"][];
            title: components["schemas"]["Both"];
        };
        /**
         * CasesOut
         * @description What was found, best first. total: cases in the library. as_of: day of its last revision.
         */
        CasesOut: {
            /** As Of */
            as_of: string;
            /** Cases */
            cases: components["schemas"]["CaseShortOut"][];
            /** Lists */
            lists: components["schemas"]["TagListOut"][];
            /** Total */
            total: number;
        };
        /**
         * Changes
         * @description What changes; what is not named stays. A null takes back an own mark, or the rating.
         */
        Changes: {
            /** Global Rating */
            global_rating?: number | null;
            /**
             * Marks
             * @default {}
             */
            marks: {
                [key: string]: components["schemas"]["MarkBody"] | null;
            };
            /**
             * Vetoes
             * @default {}
             */
            vetoes: {
                [key: string]: boolean;
            };
        };
        /**
         * CheckOut
         * @description A check of health. advice: what to do, if it is not well.
         */
        CheckOut: {
            advice: components["schemas"]["Both"];
            /** Id */
            id: string;
            name: components["schemas"]["Both"];
            seen: components["schemas"]["Both"];
            /** Well */
            well: boolean;
        };
        /**
         * ClaimedSeat
         * @description A seat that was taken. token: for Hello of the first connection.
         */
        ClaimedSeat: {
            /** Drill */
            drill: string;
            /** Seat */
            seat: string;
            /** Token */
            token: string;
        };
        /**
         * ClassListOut
         * @description A class list as it was read. If there are faults, nothing can be taken over; of many only the first are told.
         *     taken: it has been taken over.
         */
        ClassListOut: {
            /** Faults */
            faults: components["schemas"]["LineFault"][];
            /** Faults In All */
            faults_in_all: number;
            /** Lines */
            lines: components["schemas"]["LineOut"][];
            /** Notes */
            notes: components["schemas"]["Both"][];
            /** Taken */
            taken: boolean;
        };
        /**
         * CodeOut
         * @description A seat's code, good once, until expires_at. url: what the QR code holds; qr: the picture, as SVG.
         */
        CodeOut: {
            /** Code */
            code: string;
            /** Expires At */
            expires_at: string;
            /** Qr */
            qr: string;
            /** Seat */
            seat: string;
            /** Url */
            url: string;
        };
        /**
         * ContentOut
         * @description One point of what a call can hold.
         */
        ContentOut: {
            /** Key */
            key: string;
            name: components["schemas"]["Both"];
            /** Options */
            options: components["schemas"]["Option"][];
        };
        /**
         * CourseOut
         * @description The record run again. faults: what disagrees; none: every digest, keyframe and observation agrees.
         */
        CourseOut: {
            /** Curves */
            curves: components["schemas"]["Curve"][];
            /** Faults */
            faults: components["schemas"]["Said"][];
            /** Tracks */
            tracks: components["schemas"]["Track"][];
        };
        /**
         * CueTold
         * @description A cue, and when each seat perceived it first.
         */
        CueTold: {
            /** Id */
            id: string;
            name: components["schemas"]["Said"];
            /** Revealed */
            revealed: {
                [key: string]: number;
            };
        };
        /**
         * Curve
         * @description A quantity over the drill, once a second from tick 0 on, in hundredths; one value alone: it never changed.
         *
         *     kind: gas, gas_shown, gas_person, level, level_shown, fire, wall, air. id: what it belongs to.
         */
        Curve: {
            /** Hundredths */
            hundredths: number[];
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            name: components["schemas"]["Said"];
            /** Unit */
            unit: string;
        };
        /**
         * DecisionAnswer
         * @description What the chief decided. examiner: whose sheet was replaced, "" = none.
         */
        DecisionAnswer: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Chief */
            chief: string;
            /** Examiner */
            examiner: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "confirm" | "replace";
            /** Reason */
            reason: string;
        };
        /**
         * DecisionBody
         * @description The chief's decision. examiner, changes: of a replacement only.
         */
        DecisionBody: {
            /**
             * @default {
             *       "marks": {},
             *       "vetoes": {}
             *     }
             */
            changes: components["schemas"]["Changes"];
            /**
             * Examiner
             * @default
             */
            examiner: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "confirm" | "replace";
            /** Reason */
            reason: string;
            /**
             * Save Id
             * Format: uuid
             */
            save_id: string;
        };
        /**
         * DeliveryBody
         * @description How one delivery stands. next_at: of the next try. last_status: HTTP, 0 = no answer. Times: ISO 8601.
         */
        DeliveryBody: {
            /** Attempts */
            attempts: number;
            /** Created At */
            created_at: string;
            /** Delivered At */
            delivered_at: string | null;
            /** Destination */
            destination: string;
            /** Fingerprint */
            fingerprint: string;
            /** Key */
            key: string;
            /** Last Error */
            last_error: string;
            /** Last Status */
            last_status: number;
            /** Next At */
            next_at: string;
            /** Receipt */
            receipt: string;
            /**
             * State
             * @enum {string}
             */
            state: "pending" | "sending" | "delivered" | "uncertain" | "dead";
        };
        /**
         * DirectingOut
         * @description What a director may choose from. panel: examiners of an exam drill. unsigned: scenarios by which nobody is
         *     examined until their values are confirmed as they are now.
         */
        DirectingOut: {
            /** Injections */
            injections: components["schemas"]["InjectionOut"][];
            /** Panel */
            panel: number;
            /** Unsigned */
            unsigned: string[];
        };
        /**
         * Direction
         * @description What staff do: brief, start, freeze, resume, speed, inject, takeover, finish, annul, safety_stop. An exam is
         *     annulled with a reason only. act_id: made by the client, the same on every repeat, which is done once.
         */
        Direction: {
            /** Act Id */
            act_id?: string | null;
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Kind */
            kind: string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Target
             * @default
             */
            target: string;
            /**
             * Value
             * @default 0
             */
            value: number;
            /**
             * Words
             * @default []
             */
            words: [
                string,
                string
            ][];
        };
        /**
         * DiscrepancyAnswer
         * @description Why the chief examiner must look.
         */
        DiscrepancyAnswer: {
            /** Code */
            code: string;
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * DrillOut
         * @description A drill. phase: lobby, briefing, running, frozen, ended, sealed. tick, digest: the newest that are on disk; the
         *     digest is that of `digest_tick`. Times: ISO 8601.
         */
        DrillOut: {
            /** Candidate */
            candidate: string;
            /** Commitment */
            commitment: string;
            /** Created At */
            created_at: string;
            /** Digest */
            digest: string;
            /** Digest Tick */
            digest_tick: number;
            /** Ended At */
            ended_at?: string | null;
            /** Id */
            id: string;
            /** Mode */
            mode: string;
            /** Outcome */
            outcome: string;
            /** Parent */
            parent: string | null;
            /** Parent Tick */
            parent_tick: number | null;
            /** Phase */
            phase: string;
            /** Record Sha256 */
            record_sha256: string;
            /** Scenario */
            scenario: string;
            /**
             * Seats
             * @default []
             */
            seats: components["schemas"]["SeatOut"][];
            /** Speed */
            speed?: number | null;
            /** Started At */
            started_at?: string | null;
            /** Ticks */
            ticks: number;
        };
        /**
         * EventTold
         * @description An event, in words. kind: as in `sim_core.events.KINDS`.
         */
        EventTold: {
            /** Act */
            act: string;
            /** By */
            by: string;
            /** Detail */
            detail: string;
            /** Kind */
            kind: string;
            /** Seat */
            seat: string;
            /** Subject */
            subject: string;
            text: components["schemas"]["Said"];
            /** Tick */
            tick: number;
            /** To */
            to: string;
        };
        /**
         * EvidenceOut
         * @description What a mark of evidence means.
         */
        EvidenceOut: {
            /** Mark */
            mark: string;
            name: components["schemas"]["Both"];
        };
        /**
         * ExaminerIn
         * @description A member of the panel. external: from outside the base. declared: has declared no conflict of interest.
         */
        ExaminerIn: {
            /** Account */
            account: string;
            /**
             * Declared
             * @default false
             */
            declared: boolean;
            /**
             * External
             * @default false
             */
            external: boolean;
        };
        /**
         * ExaminerTold
         * @description A member of the panel. total: of 100, before any veto.
         */
        ExaminerTold: {
            /** External */
            external: boolean;
            /** Name */
            name: string;
            /** Total */
            total: string;
        };
        /**
         * ExpertItem
         * @description How the expert did with an item: when, how fast, for how much.
         */
        ExpertItem: {
            /** Item */
            item: string;
            /** Points */
            points: string | null;
            reason: components["schemas"]["Said"];
            /** Seconds */
            seconds: string | null;
            /** Tick */
            tick: number | null;
            /** Time Points */
            time_points: string;
        };
        /**
         * ExpertOut
         * @description The expert's own run of the same draw.
         */
        ExpertOut: {
            /** Facts */
            facts: components["schemas"]["EventTold"][];
            /** Items */
            items: components["schemas"]["ExpertItem"][];
            /** Score */
            score: string;
            /** Ticks */
            ticks: number;
        };
        /**
         * FigureOut
         * @description A number of the accident, unit included.
         */
        FigureOut: {
            /** Evidence */
            evidence: string;
            /** Value */
            value: string;
            what: components["schemas"]["Both"];
        };
        /**
         * Frame
         * @description Cells at a tick: those that are new or changed since the frame before, and the names of those that went.
         */
        Frame: {
            /** Cells */
            cells: {
                [key: string]: unknown;
            };
            /** Gone */
            gone: string[];
            /** Tick */
            tick: number;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * HeadsetChange
         * @description What is to change; the rest stays. cleaned: it was cleaned just now.
         */
        HeadsetChange: {
            /** Battery Percent */
            battery_percent?: number | null;
            /**
             * Cleaned
             * @default false
             */
            cleaned: boolean;
            /** Fit */
            fit?: string | null;
            /** Label */
            label?: string | null;
            /** Model */
            model?: string | null;
            /** Withdrawn */
            withdrawn?: boolean | null;
        };
        /**
         * HeadsetOut
         * @description A headset as shown. cleaned_at: ISO 8601 or "". day_minutes: worn by anybody within 24 hours. dirty: not cleaned
         *     since it was last worn. wearer: who has it on.
         */
        HeadsetOut: {
            /** Battery Percent */
            battery_percent: number | null;
            /** Cleaned At */
            cleaned_at: string;
            /** Day Minutes */
            day_minutes: number;
            /** Dirty */
            dirty: boolean;
            /** Fit */
            fit: string;
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Model */
            model: string;
            wearer: components["schemas"]["WearerOut"] | null;
            /** Withdrawn */
            withdrawn: boolean;
        };
        /**
         * HeadsetsOut
         * @description The inventory, everybody who has worn a headset within 24 hours, and the limits.
         */
        HeadsetsOut: {
            /** Headsets */
            headsets: components["schemas"]["HeadsetOut"][];
            limits: components["schemas"]["LimitsOut"];
            /** Wearers */
            wearers: components["schemas"]["WearerOut"][];
        };
        /**
         * HiddenTold
         * @description What the drill did not tell, as it was drawn: the blind part, opened now.
         */
        HiddenTold: {
            cue: components["schemas"]["Said"];
            decision: components["schemas"]["Said"];
            /** Id */
            id: string;
            name: components["schemas"]["Said"];
            /** Unit */
            unit: string;
            value: components["schemas"]["Said"];
        };
        /**
         * HintTold
         * @description What the tutor said. about: step or veto of the sheet. source: where the demand comes from.
         */
        HintTold: {
            /** About */
            about: string;
            /** Seat */
            seat: string;
            source: components["schemas"]["Said"];
            text: components["schemas"]["Said"];
            /** Tick */
            tick: number;
        };
        /**
         * HistoryAnswer
         * @description All versions of a sheet. fault: the first version that breaks the hash chain, null = it holds.
         */
        HistoryAnswer: {
            /** Examiner */
            examiner: string;
            /** Fault */
            fault: number | null;
            sheet: components["schemas"]["SheetAnswer"];
            /** Versions */
            versions: components["schemas"]["VersionAnswer"][];
        };
        /**
         * IdleTold
         * @description Share of the drill, hundredths of 1, in which a seat did nothing that it was told to or began itself.
         */
        IdleTold: {
            /** Seat */
            seat: string;
            /** Share */
            share: string;
        };
        /**
         * InjectionOut
         * @description A row of the safe list: what a director may do to the world of a training drill. needs: what stands in detail
         *     (seat), value (bearing, degrees), both detail and words (message), or nothing.
         */
        InjectionOut: {
            /** Id */
            id: string;
            name: components["schemas"]["Both"];
            /**
             * Needs
             * @enum {string}
             */
            needs: "seat" | "bearing" | "message" | "nothing";
        };
        /**
         * ItemTold
         * @description One line of the sheet. points, time_points: the machine's, points None = for the examiners alone.
         *
         *     panel_points: the panel's mean with its time points, None = no panel, or not to be seen. lost: of what this line
         *     can give, by the panel where there is one. tick: what decided it; done_tick: the deed, None = not done.
         */
        ItemTold: {
            /** Critical */
            critical: boolean;
            /** Done Tick */
            done_tick: number | null;
            /** Human */
            human: boolean;
            /** Item */
            item: string;
            /** Limit S */
            limit_s: number;
            /** Lost */
            lost: string | null;
            /** Max Points */
            max_points: string;
            name: components["schemas"]["Said"];
            /** Panel Points */
            panel_points: string | null;
            /** Points */
            points: string | null;
            reason: components["schemas"]["Said"];
            /** Seconds */
            seconds: string | null;
            /** Section */
            section: string;
            split: components["schemas"]["Split"] | null;
            standard: components["schemas"]["Said"];
            /** Target S */
            target_s: number;
            /** Tick */
            tick: number | null;
            /** Time Max */
            time_max: string;
            /** Time Points */
            time_points: string;
        };
        /**
         * KeyOut
         * @description A key of the configuration. standard: nobody has changed it.
         */
        KeyOut: {
            /** Key */
            key: string;
            /** Standard */
            standard: boolean;
            text: components["schemas"]["Both"];
            /** Value */
            value: string;
        };
        /**
         * LimitsOut
         * @description Most minutes a wear, within 6 hours, within 24 hours; and the least battery.
         */
        LimitsOut: {
            /** Battery Percent */
            battery_percent: number;
            /** Block Minutes */
            block_minutes: number;
            /** Day Minutes */
            day_minutes: number;
            /** Wear Minutes */
            wear_minutes: number;
        };
        /**
         * LineAnswer
         * @description One line. open: it may be marked now. points: the machine's, null = for the examiner, or not known yet.
         */
        LineAnswer: {
            /** Critical */
            critical: boolean;
            /** Human */
            human: boolean;
            /** Item */
            item: string;
            /** Max Points */
            max_points: string;
            name: components["schemas"]["Both"];
            /** Open */
            open: boolean;
            /** Points */
            points: string | null;
            reason: components["schemas"]["Both"];
            /** Seconds */
            seconds: string | null;
            /** Section */
            section: string;
            standard: components["schemas"]["Both"];
            /** Tick */
            tick: number | null;
            /** Time Max */
            time_max: string;
            /** Time Points */
            time_points: string;
            /** Too Fast */
            too_fast: boolean;
        };
        /**
         * LineFault
         * @description What is wrong in a class list. row: as the spreadsheet counts, 0 = the whole file. column: its letter or "".
         */
        LineFault: {
            advice: components["schemas"]["Both"];
            /** Column */
            column: string;
            /** Row */
            row: number;
            text: components["schemas"]["Both"];
        };
        /**
         * LineOut
         * @description A person of a class list. row: in the file. change: what taking the list over does.
         */
        LineOut: {
            /**
             * Change
             * @enum {string}
             */
            change: "new" | "changed" | "same";
            /** Company */
            company: string;
            /** Level */
            level: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Row */
            row: number;
        };
        /**
         * LineWatched
         * @description One line of the sheet as far as the drill has come. state: human = for an examiner to judge; not_yet = not done
         *     yet; holds = earned if nothing happens until the end; done, lost. points: null unless done or lost: what is not done
         *     yet is no zero. provisional: what is still to come may change it. cue_tick: when its clock started, null = not yet
         *     or none. done_tick: when the act was done. tick: of what decided it, which may be what was missed. seconds: response
         *     time.
         */
        LineWatched: {
            /** Critical */
            critical: boolean;
            /** Cue Tick */
            cue_tick: number | null;
            /** Done Tick */
            done_tick: number | null;
            /** Item */
            item: string;
            /** Limit S */
            limit_s: number;
            /** Max Points */
            max_points: string;
            name: components["schemas"]["Both"];
            /** Points */
            points: string | null;
            /** Provisional */
            provisional: boolean;
            reason: components["schemas"]["Both"];
            /** Seconds */
            seconds: string | null;
            /** Section */
            section: string;
            /**
             * State
             * @enum {string}
             */
            state: "human" | "not_yet" | "holds" | "done" | "lost";
            /** Target S */
            target_s: number;
            /** Tick */
            tick: number | null;
            /** Time Max */
            time_max: string;
            /** Time Points */
            time_points: string | null;
            /** Too Fast */
            too_fast: boolean;
            what: components["schemas"]["Both"];
        };
        /**
         * LockBody
         * @description A lock. base_version: the version that is locked; it must be the last.
         */
        LockBody: {
            /** Base Version */
            base_version: number;
            /**
             * Save Id
             * Format: uuid
             */
            save_id: string;
        };
        /**
         * LoggedIn
         * @description token: goes into `Authorization: Bearer`, and into Hello of a socket.
         */
        LoggedIn: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /** Role En */
            role_en: string;
            /** Role Zh */
            role_zh: string;
            /** Token */
            token: string;
        };
        /**
         * Login
         * @description Who, and by which password.
         */
        Login: {
            /** Name */
            name: string;
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /**
         * MarkAnswer
         * @description A mark that was given.
         */
        MarkAnswer: {
            /** Points */
            points: string;
            /** Reason */
            reason: string;
            /** Time Points */
            time_points: string;
        };
        /**
         * MarkBody
         * @description A mark on one item. reason: of an override: one of the sheet's reasons, or free text.
         */
        MarkBody: {
            /**
             * Points
             * @example 12.50
             */
            points: string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Time Points
             * @example 12.50
             */
            time_points: string;
        };
        /**
         * Mattered
         * @description One line of the lesson. kind: cue, alarm, wrong, veto, lost, ignition, harm, fact. costs: points, "" = none.
         */
        Mattered: {
            /** Costs */
            costs: string;
            /** Kind */
            kind: string;
            text: components["schemas"]["Said"];
            /** Tick */
            tick: number;
        };
        /**
         * Me
         * @description Who is logged in. role_zh, role_en: the role in words.
         */
        Me: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /** Role En */
            role_en: string;
            /** Role Zh */
            role_zh: string;
        };
        /**
         * MissingAnswer
         * @description What keeps the sheet from being locked.
         */
        MissingAnswer: {
            /** Field */
            field: string;
            /**
             * What
             * @enum {string}
             */
            what: "mark" | "reason" | "rating";
        };
        /**
         * ModelOut
         * @description Where the model of a site is, and what it must be. bytes: before packing.
         */
        ModelOut: {
            /** Bytes */
            bytes: number;
            /** Sha256 */
            sha256: string;
            /** Url */
            url: string;
        };
        /**
         * ModelText
         * @description The model answer in words, as the scenario gives it.
         */
        ModelText: {
            /** Branches */
            branches: components["schemas"]["Said"][];
            /** Steps */
            steps: components["schemas"]["Said"][];
        };
        /**
         * MomentWatched
         * @description Something for the timeline. kind: cue_revealed, fact, harm, alarm, directed, ended. text: with its moment.
         */
        MomentWatched: {
            /** Kind */
            kind: string;
            /** Number */
            number: number;
            /** Subject */
            subject: string;
            text: components["schemas"]["Both"];
            /** Tick */
            tick: number;
        };
        /**
         * Move
         * @description One of the three things that would move the radar most, and the second it happened.
         */
        Move: {
            /** Item */
            item: string;
            text: components["schemas"]["Said"];
            /** Tick */
            tick: number | null;
        };
        /**
         * NamesOut
         * @description What codes in the events of a scenario's drills are called; of an act: `act:<kind>`. To staff alone.
         */
        NamesOut: {
            /** Names */
            names: {
                [key: string]: components["schemas"]["Both"];
            };
        };
        /**
         * NetworkOut
         * @description urls: what people may open, the best first. open_url: where staff log in. open_qr, join_qr, trust_qr: pictures as
         *     data URIs, "" without an address; they hold the address and nothing else.
         *     fingerprint: SHA-256 of the authority, as devices show it.
         */
        NetworkOut: {
            /** Encrypted */
            encrypted: boolean;
            /** Fingerprint */
            fingerprint: string;
            /** Join Qr */
            join_qr: string;
            /** Join Url */
            join_url: string;
            /** Only Here */
            only_here: boolean;
            /** Open Qr */
            open_qr: string;
            /** Open Url */
            open_url: string;
            /** Trust Qr */
            trust_qr: string;
            /** Trust Url */
            trust_url: string;
            /** Urls */
            urls: string[];
        };
        /**
         * NewAccount
         * @description What makes an account.
         */
        NewAccount: {
            /** Name */
            name: string;
            /**
             * Password
             * Format: password
             */
            password: string;
            role: components["schemas"]["Role"];
        };
        /**
         * NewBookmark
         * @description A bookmark to be made. id: made by the client, the same on every repeat.
         */
        NewBookmark: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Note
             * @default
             */
            note: string;
            /** Tick */
            tick: number;
        };
        /**
         * NewDrill
         * @description A drill to be opened. people: seats that people (or bots) hold; colleagues take the others. candidate: the
         *     pseudonymous number; candidates: of single seats, where they differ from it. examiners: of an exam, as many as the
         *     panel has. stratum: difficulty L1 to L5 that the draw is bound to, 0 = none. false_alarm: whether the alarm of a
         *     training drill may be false; in the share of draws that the scenario says. Nothing else here bears on the draw.
         *     tutored: whether the tutor speaks in a training drill.
         */
        NewDrill: {
            /**
             * Candidate
             * @default
             */
            candidate: string;
            /**
             * Candidates
             * @default {}
             */
            candidates: {
                [key: string]: string;
            };
            /**
             * Examiners
             * @default []
             */
            examiners: components["schemas"]["ExaminerIn"][];
            /**
             * False Alarm
             * @default never
             * @enum {string}
             */
            false_alarm: "never" | "may";
            /**
             * Mode
             * @default training
             * @enum {string}
             */
            mode: "training" | "exam";
            /**
             * People
             * @default {
             *       "IC": "person"
             *     }
             */
            people: {
                [key: string]: "person" | "bot";
            };
            /** Scenario */
            scenario: string;
            /**
             * Stratum
             * @default 0
             */
            stratum: number;
            /**
             * Tutored
             * @default false
             */
            tutored: boolean;
        };
        /**
         * NewHeadset
         * @description What makes a headset: what is written on it, its model, notes on how it fits.
         */
        NewHeadset: {
            /**
             * Fit
             * @default
             */
            fit: string;
            /** Label */
            label: string;
            /**
             * Model
             * @default
             */
            model: string;
        };
        /**
         * NewSignature
         * @description An expert confirms. values_hash: of the list that he has read.
         */
        NewSignature: {
            /**
             * Note
             * @default
             */
            note: string;
            /** Signed By */
            signed_by: string;
            /** Values Hash */
            values_hash: string;
        };
        /**
         * OpenedOut
         * @description A drill that was opened, and the codes of its seats, told this once.
         */
        OpenedOut: {
            /** Codes */
            codes: {
                [key: string]: string;
            };
            drill: components["schemas"]["DrillOut"];
            /** Invitations */
            invitations: components["schemas"]["CodeOut"][];
        };
        /**
         * OpeningOut
         * @description All that is shown at once. panel: None = none, or not for this account; then machine_score is what there is.
         */
        OpeningOut: {
            /** Axes */
            axes: components["schemas"]["AxisTold"][];
            /** Candidate */
            candidate: string;
            /** Cues */
            cues: components["schemas"]["CueTold"][];
            /** Drill */
            drill: string;
            /** Events */
            events: components["schemas"]["EventTold"][];
            /** Hidden */
            hidden: components["schemas"]["HiddenTold"][];
            /**
             * Hints
             * @default []
             */
            hints: components["schemas"]["HintTold"][];
            /** Items */
            items: components["schemas"]["ItemTold"][];
            /** Machine Max */
            machine_max: string;
            /** Machine Points */
            machine_points: string;
            /** Machine Score */
            machine_score: string;
            /** Mattered */
            mattered: components["schemas"]["Mattered"][];
            /** Mode */
            mode: string;
            model: components["schemas"]["ModelText"];
            /** Moves */
            moves: components["schemas"]["Move"][];
            /** Outcome */
            outcome: string;
            outcome_text: components["schemas"]["Said"];
            panel: components["schemas"]["PanelTold"] | null;
            proof: components["schemas"]["Proof"];
            /** Scenario */
            scenario: string;
            scenario_name: components["schemas"]["Said"];
            /** Seats */
            seats: components["schemas"]["SeatTold"][];
            /** Site */
            site: {
                [key: string]: unknown;
            };
            /** Started At */
            started_at: string;
            /** Talk */
            talk: components["schemas"]["Talk"][];
            team?: components["schemas"]["TeamTold"] | null;
            /** Ticks */
            ticks: number;
            /** Vetoes */
            vetoes: components["schemas"]["VetoTold"][];
        };
        /**
         * Option
         * @description One of what may be chosen. id: as the act's field holds it.
         */
        Option: {
            /** Id */
            id: string;
            name: components["schemas"]["Both"];
        };
        /**
         * Out
         * @description To whom a headset goes, by number. despite: although something speaks against it, which was told.
         */
        Out: {
            /**
             * Despite
             * @default false
             */
            despite: boolean;
            /** Number */
            number: string;
        };
        /**
         * OutboxBody
         * @description Deliveries, the newest first. counts: all there are, by state.
         */
        OutboxBody: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Deliveries */
            deliveries: components["schemas"]["DeliveryBody"][];
        };
        /**
         * OutcomeAnswer
         * @description What the sheets come to. provisional: the chief has yet to decide.
         */
        OutcomeAnswer: {
            decision: components["schemas"]["DecisionAnswer"] | null;
            /** Discrepancies */
            discrepancies: components["schemas"]["DiscrepancyAnswer"][];
            /** External */
            external: boolean;
            /** Mean */
            mean: string;
            /** Passed */
            passed: boolean;
            /** Provisional */
            provisional: boolean;
            /** Score */
            score: string;
            /** Sheets */
            sheets: components["schemas"]["TotalAnswer"][];
            /** Vetoes */
            vetoes: string[];
        };
        /**
         * OwnAnswer
         * @description One's own sheet. version: 0 = nothing saved. saved_at: of it, by the server's clock. sealed: machine's marks are
         *     in, the sheet may be locked. total: points so far, before any veto. missing: null = not sealed yet. reasons:
         *     ready-made reasons of overrides.
         */
        OwnAnswer: {
            /** Drill */
            drill: string;
            /** Lines */
            lines: components["schemas"]["LineAnswer"][];
            /** Missing */
            missing: components["schemas"]["MissingAnswer"][] | null;
            /** Reasons */
            reasons: {
                [key: string]: components["schemas"]["Both"];
            };
            /** Saved At */
            saved_at: string | null;
            /** Sealed */
            sealed: boolean;
            sheet: components["schemas"]["SheetAnswer"];
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "locked";
            /** Total */
            total: string;
            /** Version */
            version: number;
            /** Vetoes */
            vetoes: components["schemas"]["VetoAnswer"][];
        };
        /**
         * OwnPassword
         * @description The password of now, and the one that is to take its place.
         */
        OwnPassword: {
            /**
             * New
             * Format: password
             */
            new: string;
            /**
             * Old
             * Format: password
             */
            old: string;
        };
        /**
         * PanelAnswer
         * @description A panel. Before the last lock, how many are locked is all that is told of it.
         */
        PanelAnswer: {
            /** Drill */
            drill: string;
            /** Locked */
            locked: number;
            /** Of */
            of: number;
            outcome: components["schemas"]["OutcomeAnswer"] | null;
            /**
             * State
             * @enum {string}
             */
            state: "collecting" | "adjudicating" | "final";
        };
        /**
         * PanelTold
         * @description What the panel came to. decision: the chief's reason, "" = there was none.
         */
        PanelTold: {
            /** Chief */
            chief: string;
            /** Decision */
            decision: string;
            /** Examiners */
            examiners: components["schemas"]["ExaminerTold"][];
            /** Mean */
            mean: string;
            /** Passed */
            passed: boolean;
            /** Score */
            score: string;
        };
        /**
         * PartOut
         * @description A part of a step. open: something in it is still to be looked up.
         */
        PartOut: {
            /** Id */
            id: string;
            name: components["schemas"]["Both"];
            /** Open */
            open: boolean;
            /** Statements */
            statements: components["schemas"]["StatementOut"][];
        };
        /**
         * Place
         * @description One place in the room. device: the PC or headset that stands there. seat: who sits there, as of a scenario.
         */
        Place: {
            /** Column */
            column: number;
            /**
             * Device
             * @default
             */
            device: string;
            /** Row */
            row: number;
            /**
             * Seat
             * @default
             */
            seat: string;
        };
        /**
         * Proof
         * @description What was proven when the record was opened: chain and seal hold, the draw fits its commitment.
         *
         *     record_sha256: its fingerprint. digest: of the last state. signer: public key. All in hex. check_url: opens the
         *     debrief, which proves the record again and compares; check_qr: the same as a picture, a data URI.
         */
        Proof: {
            /** Blocks */
            blocks: number;
            /** Check Qr */
            check_qr: string;
            /** Check Url */
            check_url: string;
            /** Commitment */
            commitment: string;
            /** Digest */
            digest: string;
            /** Engine */
            engine: string;
            /** Product */
            product: string;
            /** Record Sha256 */
            record_sha256: string;
            /** Signer */
            signer: string;
            /** Size Bytes */
            size_bytes: number;
        };
        /**
         * ResultFile
         * @description A result and its proof, as in a result.json.
         */
        ResultFile: {
            /** Fingerprint */
            fingerprint: string;
            /** Jws */
            jws: string;
            /** Result */
            result: {
                [key: string]: unknown;
            };
        };
        /**
         * Role
         * @description What an account is for.
         * @enum {string}
         */
        Role: "admin" | "director" | "examiner" | "chief" | "medic" | "auditor";
        /**
         * RoleOut
         * @description A seat of a scenario, and what its holder is told first.
         */
        RoleOut: {
            brief: components["schemas"]["Both"];
            name: components["schemas"]["Both"];
            /** Seat */
            seat: string;
        };
        /**
         * Said
         * @description What a person reads, in both languages.
         */
        Said: {
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * SaveBody
         * @description A save. save_id: made by the client, the same on every repeat. base_version: the version it was looking at.
         */
        SaveBody: {
            /** Base Version */
            base_version: number;
            /** Global Rating */
            global_rating?: number | null;
            /**
             * Marks
             * @default {}
             */
            marks: {
                [key: string]: components["schemas"]["MarkBody"] | null;
            };
            /**
             * Notes
             * @default
             */
            notes: string;
            /**
             * Save Id
             * Format: uuid
             */
            save_id: string;
            /**
             * Vetoes
             * @default {}
             */
            vetoes: {
                [key: string]: boolean;
            };
        };
        /**
         * SavedAnswer
         * @description The version that a save or a lock has made; the same to every repeat of it.
         */
        SavedAnswer: {
            /** Drill */
            drill: string;
            /** Hash */
            hash: string;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            sheet: components["schemas"]["SheetAnswer"];
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "locked";
            /** Version */
            version: number;
        };
        /**
         * ScenarioOut
         * @description A scenario in short. examined: mandatory, or in the pool that exams are drawn from; else for training alone.
         */
        ScenarioOut: {
            /** Code */
            code: string;
            /** Duration S */
            duration_s: number;
            /** Examined */
            examined: boolean;
            /** Family */
            family: string;
            /** Id */
            id: string;
            /** Mandatory */
            mandatory: boolean;
            name: components["schemas"]["Both"];
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
        };
        /**
         * SeatBriefing
         * @description A scenario to who holds a seat of it.
         */
        SeatBriefing: {
            /** Cards */
            cards: components["schemas"]["CardOut"][];
            /** Code */
            code: string;
            /** Drill */
            drill: string;
            /** Duration S */
            duration_s: number;
            /** Examined */
            examined: boolean;
            /** Family */
            family: string;
            /** Id */
            id: string;
            /** Mandatory */
            mandatory: boolean;
            model: components["schemas"]["ModelOut"];
            name: components["schemas"]["Both"];
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Rules */
            rules: components["schemas"]["Both"][];
            /** Seat */
            seat: string;
            /** Site */
            site: {
                [key: string]: unknown;
            };
            situation: components["schemas"]["Both"];
            task: components["schemas"]["Both"];
            vocabulary: components["schemas"]["Vocabulary"];
        };
        /**
         * SeatCode
         * @description code: as typed; case, hyphen and look-alike letters do not matter.
         */
        SeatCode: {
            /** Code */
            code: string;
        };
        /**
         * SeatOut
         * @description A seat of a drill. holder: person, bot or colleague.
         */
        SeatOut: {
            /** Candidate */
            candidate: string;
            /** Claimed */
            claimed: boolean;
            /** Connected */
            connected: boolean;
            /** Holder */
            holder: string;
            /** Seat */
            seat: string;
        };
        /**
         * SeatTold
         * @description A seat. who: human, bot or colleague. examined: whose reactions the sheet counts. number: of who held it.
         */
        SeatTold: {
            /** Examined */
            examined: boolean;
            name: components["schemas"]["Said"];
            /** Number */
            number: string;
            /** Seat */
            seat: string;
            /** Who */
            who: string;
        };
        /**
         * Seating
         * @description The seat plan of the room, seen from the door.
         */
        Seating: {
            /**
             * Columns
             * @default 4
             */
            columns: number;
            /**
             * Places
             * @default []
             */
            places: components["schemas"]["Place"][];
            /**
             * Rows
             * @default 2
             */
            rows: number;
        };
        /**
         * SectionOut
         * @description A section of the configuration.
         */
        SectionOut: {
            /** Keys */
            keys: components["schemas"]["KeyOut"][];
            /** Section */
            section: string;
            text: components["schemas"]["Both"];
        };
        /**
         * SeededOut
         * @description A scenario of the catalogue that stands on this case.
         */
        SeededOut: {
            /** Id */
            id: string;
            name: components["schemas"]["Both"];
        };
        /**
         * SetupOut
         * @description All steps in order. finished: none of them is open.
         */
        SetupOut: {
            /** Finished */
            finished: boolean;
            /** Steps */
            steps: components["schemas"]["server__api__settings__StepOut"][];
        };
        /**
         * SheetAnswer
         * @description What an examiner has put down.
         */
        SheetAnswer: {
            /** Global Rating */
            global_rating: number | null;
            /** Marks */
            marks: {
                [key: string]: components["schemas"]["MarkAnswer"];
            };
            /** Notes */
            notes: string;
            /** Vetoes */
            vetoes: string[];
        };
        /**
         * SignatureOut
         * @description Who confirmed. holds: nothing has changed since.
         */
        SignatureOut: {
            /** Holds */
            holds: boolean;
            /** Note */
            note: string;
            /**
             * Signed At
             * Format: date-time
             */
            signed_at: string;
            /** Signed By */
            signed_by: string;
        };
        /**
         * Split
         * @description Where the time of one response went, s; None = not measured, and `missing` says why (`server.debrief.splits`).
         *
         *     cue_tick, seen_tick, begun_tick, effect_tick: the four moments, None = not in the record.
         */
        Split: {
            /** Act S */
            act_s: number | null;
            /** Begun Tick */
            begun_tick: number | null;
            /** Cue Tick */
            cue_tick: number | null;
            /** Decide S */
            decide_s: number | null;
            /** Effect Tick */
            effect_tick: number | null;
            missing: components["schemas"]["Said"] | null;
            /** Perceive S */
            perceive_s: number | null;
            /** Seen Tick */
            seen_tick: number | null;
        };
        /**
         * Standing
         * @description What anyone may know who holds a fingerprint. current: no later version replaces it.
         */
        Standing: {
            /** Current */
            current: boolean;
            /** Exists */
            exists: boolean;
        };
        /**
         * StatementOut
         * @description One thing said. evidence: R read, R2 second-hand, B to be looked up, P ours.
         */
        StatementOut: {
            /** En */
            en: string;
            /** Evidence */
            evidence: string;
            /** Zh */
            zh: string;
        };
        /**
         * StatesOut
         * @description A span of the record. truth: as staff see it, every `step` ticks. seen: what the seat perceived, as recorded
         *     once a second; none without a seat. The first frame of each holds all cells.
         */
        StatesOut: {
            /** From Tick */
            from_tick: number;
            /** Seat */
            seat: string;
            /** Seen */
            seen: components["schemas"]["Frame"][];
            /** Step */
            step: number;
            /** To Tick */
            to_tick: number;
            /** Truth */
            truth: components["schemas"]["Frame"][];
        };
        /**
         * Step
         * @description A step of the first set-up.
         * @enum {string}
         */
        Step: "password" | "base" | "accounts" | "trainees" | "network" | "try_out";
        /**
         * StepChange
         * @description How far a step is now.
         */
        StepChange: {
            /**
             * State
             * @enum {string}
             */
            state: "open" | "done" | "skipped";
        };
        /**
         * TagListOut
         * @description One of the fixed lists of tags.
         */
        TagListOut: {
            /** Kind */
            kind: string;
            name: components["schemas"]["Both"];
            /** Tags */
            tags: components["schemas"]["TagOut"][];
        };
        /**
         * TagOut
         * @description A tag.
         */
        TagOut: {
            /** Id */
            id: string;
            name: components["schemas"]["Both"];
        };
        /**
         * Talk
         * @description Something that was said. kind: order, read_back, report. heard_tick: when it reached `to`, None = never.
         *
         *     answered_tick: of an order, when it was read back; None = never.
         */
        Talk: {
            /** Answered Tick */
            answered_tick: number | null;
            /** Heard Tick */
            heard_tick: number | null;
            /** Kind */
            kind: string;
            /** Sender */
            sender: string;
            text: components["schemas"]["Said"];
            /** Tick */
            tick: number;
            /** To */
            to: string;
        };
        /**
         * TeamTold
         * @description Teamwork. closed_loop: share of orders read back in time; None = no orders. Seconds are medians.
         */
        TeamTold: {
            /** Closed Loop */
            closed_loop: string | null;
            /** Idle */
            idle: components["schemas"]["IdleTold"][];
            /** Orders */
            orders: number;
            /** Outstanding */
            outstanding: number;
            /** Overlap */
            overlap: number;
            /** Repeated */
            repeated: number;
            /** Span */
            span: number;
            /** To Done S */
            to_done_s: string | null;
            /** To Read Back S */
            to_read_back_s: string | null;
        };
        /**
         * TotalAnswer
         * @description What one examiner's sheet adds up to, before any veto.
         */
        TotalAnswer: {
            /** Examiner */
            examiner: string;
            /** Total */
            total: string;
        };
        /**
         * Track
         * @description Where a seat was, once a second from tick 0 on, tenths of a metre.
         */
        Track: {
            /** Seat */
            seat: string;
            /** X */
            x: number[];
            /** Y */
            y: number[];
        };
        /**
         * TraineeIn
         * @description What makes a trainee, or all of it anew.
         */
        TraineeIn: {
            /**
             * Company
             * @default
             */
            company: string;
            /**
             * Level
             * @default
             */
            level: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
        };
        /**
         * TraineeOut
         * @description A trainee as shown.
         */
        TraineeOut: {
            /** Company */
            company: string;
            /** Id */
            id: string;
            /** Level */
            level: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
        };
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /**
         * ValueOut
         * @description A value to be confirmed. evidence: B to be verified, P proposal of this product.
         */
        ValueOut: {
            /** Evidence */
            evidence: string;
            /** Id */
            id: string;
            kind: components["schemas"]["Both"];
            source: components["schemas"]["Both"];
            value: components["schemas"]["Both"];
            what: components["schemas"]["Both"];
        };
        /**
         * ValuesOut
         * @description The values of a scenario. signed: somebody has confirmed them as they are.
         */
        ValuesOut: {
            /** Mandatory */
            mandatory: boolean;
            name: components["schemas"]["Both"];
            /** Scenario */
            scenario: string;
            /** Signatures */
            signatures: components["schemas"]["SignatureOut"][];
            /** Signed */
            signed: boolean;
            /** Values */
            values: components["schemas"]["ValueOut"][];
            /** Values Hash */
            values_hash: string;
        };
        /**
         * VersionAnswer
         * @description One version. kind: what made it: save, lock, replace. changes: what it changed, as it was sent.
         */
        VersionAnswer: {
            /** Actor */
            actor: string;
            /** Base Version */
            base_version: number;
            /** Changes */
            changes: {
                [key: string]: unknown;
            };
            /** Hash */
            hash: string;
            /** Kind */
            kind: string;
            /** Previous Hash */
            previous_hash: string;
            /** Reason */
            reason: string;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "locked";
            /** Version */
            version: number;
        };
        /**
         * VersionsAnswer
         * @description The sheets whose versions the asker may see.
         */
        VersionsAnswer: {
            /** Drill */
            drill: string;
            /** Sheets */
            sheets: components["schemas"]["HistoryAnswer"][];
        };
        /**
         * VetoAnswer
         * @description A veto an examiner may draw. drawn: by the machine, with its reason; null = not, or not known yet.
         */
        VetoAnswer: {
            drawn: components["schemas"]["Both"] | null;
            /** Id */
            id: string;
            /** Life */
            life: boolean;
            name: components["schemas"]["Both"];
            standard: components["schemas"]["Both"];
            /** Tick */
            tick: number | null;
        };
        /**
         * VetoTold
         * @description A veto. stands: the panel (or, without one, the log) draws it.
         */
        VetoTold: {
            /** Id */
            id: string;
            name: components["schemas"]["Said"];
            reason: components["schemas"]["Said"] | null;
            /** Stands */
            stands: boolean;
            /** Tick */
            tick: number | null;
        };
        /**
         * VetoWatched
         * @description A veto that the log draws. It stands.
         */
        VetoWatched: {
            /** Id */
            id: string;
            /** Life */
            life: boolean;
            name: components["schemas"]["Both"];
            reason: components["schemas"]["Both"];
            /** Tick */
            tick: number;
        };
        /**
         * VitalsOut
         * @description Whether all is well. drills: number by phase. connections: number by kind of socket. outbox: number by state; for
         *     administrators only, as version.
         */
        VitalsOut: {
            /** Checks */
            checks: components["schemas"]["CheckOut"][];
            /** Connections */
            connections: {
                [key: string]: number;
            };
            /** Drills */
            drills: {
                [key: string]: number;
            };
            /** Outbox */
            outbox: {
                [key: string]: number;
            } | null;
            /** Status */
            status: string;
            /** Up S */
            up_s: number;
            /** Version */
            version: string | null;
        };
        /**
         * Vocabulary
         * @description Acts; seconds to don, seat by seat and item by item; numbers and content of calls; ways of saying; seconds that
         *     an order takes to say.
         */
        Vocabulary: {
            /** Acts */
            acts: components["schemas"]["ActOut"][];
            /** Calls */
            calls: components["schemas"]["Option"][];
            /** Content */
            content: components["schemas"]["ContentOut"][];
            /** Gear S */
            gear_s: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Speak S */
            speak_s: number;
            /** Via */
            via: components["schemas"]["Option"][];
        };
        /**
         * WatchedAnswer
         * @description What the machine has seen up to a tick. over: the drill has ended, nothing changes any more. moments: those from
         *     the number asked for on; moments_so_far: how many there are.
         */
        WatchedAnswer: {
            /** Drill */
            drill: string;
            /** Lines */
            lines: components["schemas"]["LineWatched"][];
            /** Moments */
            moments: components["schemas"]["MomentWatched"][];
            /** Moments So Far */
            moments_so_far: number;
            /** Over */
            over: boolean;
            /** Tick */
            tick: number;
            /** Vetoes */
            vetoes: components["schemas"]["VetoWatched"][];
        };
        /**
         * Way
         * @description One way of doing an act. detail: of the act; targets: empty = the act asks for none; values: SI, likewise.
         */
        Way: {
            /** Detail */
            detail: string;
            name: components["schemas"]["Both"];
            /** Targets */
            targets: components["schemas"]["Option"][];
            /** Values */
            values: number[];
        };
        /**
         * WearerOut
         * @description Somebody who wears or has worn a headset. headset: that is on now, "" = none. left_minutes: that may still be
         *     worn from now; 0 = at a limit.
         */
        WearerOut: {
            /** Block Minutes */
            block_minutes: number;
            /** Day Minutes */
            day_minutes: number;
            /** Headset */
            headset: string;
            /** Left Minutes */
            left_minutes: number;
            /** Name */
            name: string;
            /** Now Minutes */
            now_minutes: number;
            /** Number */
            number: string;
        };
        /**
         * StepOut
         * @description One of the four steps: what happened, cause, responsibility, correction.
         */
        server__api__cases__StepOut: {
            name: components["schemas"]["Both"];
            /** Parts */
            parts: components["schemas"]["PartOut"][];
        };
        /**
         * StepOut
         * @description A step and how far it is.
         */
        server__api__settings__StepOut: {
            /**
             * State
             * @enum {string}
             */
            state: "open" | "done" | "skipped";
            step: components["schemas"]["Step"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_accounts_api_accounts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    add_account_api_accounts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    change_account_api_accounts__account_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    list_cases_api_cases_get: {
        parameters: {
            query?: {
                words?: string;
                tag?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_case_api_cases__case__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_configuration_api_configuration_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionOut"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_directing_api_directing_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectingOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    list_drills_api_drills_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrillOut"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    open_drill_api_drills_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDrill"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_drill_api_drills__drill__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrillOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    list_bookmarks_api_drills__drill__bookmarks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookmarkAnswer"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    make_bookmark_api_drills__drill__bookmarks_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBookmark"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookmarkAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    remove_bookmark_api_drills__drill__bookmarks__bookmark__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
                bookmark: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    branch_api_drills__drill__branches_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BranchIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_debrief_api_drills__drill__debrief_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_course_api_drills__drill__debrief_course_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_model_api_drills__drill__debrief_model_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_states_api_drills__drill__debrief_states_get: {
        parameters: {
            query: {
                from_tick: number;
                to_tick: number;
                step?: number;
                seat?: string;
            };
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatesOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    direct_api_drills__drill__directions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Direction"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_panel_api_drills__drill__panel_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    post_adjudication_api_drills__drill__panel_adjudication_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_radar_api_drills__drill__radar_svg_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_record_api_drills__drill__record_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    of_drill_api_drills__drill__result_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultFile"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    safety_stop_api_drills__drill__safety_stop_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    seat_code_api_drills__drill__seats__seat__code_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
                seat: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_sheet_api_drills__drill__sheet_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    post_lock_api_drills__drill__sheet_lock_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    post_save_api_drills__drill__sheet_saves_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_versions_api_drills__drill__sheet_versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionsAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_watching_api_drills__drill__watching_get: {
        parameters: {
            query?: {
                from_moment?: number;
            };
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    list_headsets_api_headsets_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadsetsOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    add_headset_api_headsets_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHeadset"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadsetsOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    change_headset_api_headsets__headset__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                headset: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeadsetChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadsetsOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    take_back_api_headsets__headset__back_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                headset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadsetsOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    hand_out_api_headsets__headset__out_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                headset: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Out"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadsetsOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    log_in_api_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    log_out_api_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    who_am_i_api_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    change_own_password_api_me_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_model_api_models__sha256__glb_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GLB */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "model/gltf-binary": unknown;
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_network_api_network_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    outbox_api_outbox_get: {
        parameters: {
            query?: {
                state?: ("pending" | "sending" | "delivered" | "uncertain" | "dead") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retry_api_outbox__key__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    check_api_results__fingerprint__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fingerprint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_scenarios_api_scenarios_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioOut"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_scenario_api_scenarios__scenario__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scenario: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefingOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_names_api_scenarios__scenario__names_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scenario: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamesOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_seat_api_seat_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatBriefing"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_seating_api_seating_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seating"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    put_seating_api_seating_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seating"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seating"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    claim_seat_api_seats_claim_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimedSeat"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_settings_api_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Base"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    put_settings_api_settings_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Base"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Base"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_setup_api_setup_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    put_step_api_setup__step__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                step: components["schemas"]["Step"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    list_trainees_api_trainees_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraineeOut"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    add_trainee_api_trainees_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TraineeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraineeOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    read_list_api_trainees_class_list_post: {
        parameters: {
            query?: {
                take?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassListOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    change_trainee_api_trainees__trainee__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trainee: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TraineeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraineeOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    remove_trainee_api_trainees__trainee__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trainee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    list_values_api_values_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValuesOut"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    sign_api_values__scenario__signatures_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scenario: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSignature"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValuesOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    vitals_api_vitals_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VitalsOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    health_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    page_health_page_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    page_trust_get: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    der_trust_authority_cer_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    pem_trust_authority_pem_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
